import type { ReactNode } from 'react';

export type WaitingItem = { id: string; title: ReactNode; since: string; detail?: ReactNode; action: ReactNode };

/** 等你处理: what waits, oldest first, each with the one button that handles it. */
export function WaitingList({ items, empty }: { items: WaitingItem[]; empty: ReactNode }) {
  if (items.length === 0) return <>{empty}</>;
  return (
    <ol className="waiting">
      {items.map((item) => (
        <li key={item.id}>
          <div>
            <b>{item.title}</b>
            <span className="quiet small">{item.since}</span>
            {item.detail ? <div className="small">{item.detail}</div> : null}
          </div>
          {item.action}
        </li>
      ))}
    </ol>
  );
}
