import type { ReactNode } from 'react';

export type Tone = 'waiting' | 'moving' | 'good' | 'problem' | 'quiet';

/** A state in one word. Its mark differs besides its colour: ring, half, dot, triangle, dash. */
export function StatusPill({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`pill pill-${tone}`}>{children}</span>;
}
