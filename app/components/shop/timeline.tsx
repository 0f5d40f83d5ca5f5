import type { ReactNode } from 'react';

export type TimelineStep = {
  id: string;
  /** Ready to read: `11月23日 周一`. */
  when?: string | null;
  title: ReactNode;
  detail?: ReactNode;
  state?: 'done' | 'now' | 'ahead';
};

/** A chain of dated steps as a vertical line. */
export function Timeline({ steps }: { steps: TimelineStep[] }) {
  return (
    <ol className="timeline">
      {steps.map(({ id, when, title, detail, state = 'done' }) => (
        <li key={id} className={`step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          {when ? <time>{when}</time> : null}
          <b>{title}</b>
          {detail ? <div>{detail}</div> : null}
        </li>
      ))}
    </ol>
  );
}
