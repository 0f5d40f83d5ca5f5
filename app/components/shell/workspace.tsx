import type { ReactNode } from 'react';

export type WorkspaceLink = { href: string; label: string; count?: number; current?: boolean };

type WorkspaceProps = { title: string; subtitle?: string; links: WorkspaceLink[]; label: string; children: ReactNode };

/** The frame of a role's pages: its name, its few places with what waits there, the page. */
export function Workspace({ title, subtitle, links, label, children }: WorkspaceProps) {
  return (
    <div className="page workspace">
      <nav aria-label={label}>
        <p>
          <b>{title}</b>
          {subtitle ? <span>{subtitle}</span> : null}
        </p>
        <ul>
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href} aria-current={link.current ? 'page' : undefined}>
                {link.label}
                {link.count ? <b>{link.count}</b> : null}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="workspace-page">{children}</div>
    </div>
  );
}
