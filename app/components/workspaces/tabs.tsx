export type Tab = { href: string; label: string; count?: number; current: boolean };

/** A few views of one list, each an address of its own, with how much each holds. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ href, label: name, count, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {name}
              {count === undefined ? null : <b>{count}</b>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
