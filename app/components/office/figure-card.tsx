import type { ReactNode } from 'react';

/** One number that matters, its name above and what it is compared with below. */
export function FigureCard({ name, value, note }: { name: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="figure-card">
      <span>{name}</span>
      <b className="figure">{value}</b>
      {note ? <small>{note}</small> : null}
    </div>
  );
}
