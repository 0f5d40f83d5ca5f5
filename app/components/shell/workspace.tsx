import type { ReactNode } from 'react';

export type WorkspaceLink = { href: string; label: string; count?: number; current?: boolean };

type WorkspaceProps = { title: string; subtitle?: string; links: WorkspaceLink[]; label: string; children: ReactNode };

/** More than these do not stand in one row of a phone: they wrap, so that none is out of sight. */
const LINKS_IN_A_ROW = 5;

/** The frame of a role's pages: its name, its few places with what waits there, the page. */
export function Workspace({ title, subtitle, links, label, children }: WorkspaceProps) {
  return (
    <div className="page workspace">
      <nav aria-label={label}>
        <p>
          <b>{title}</b>
          {subtitle ? <span>{subtitle}</span> : null}
        </p>
        <ul className={links.length > LINKS_IN_A_ROW ? 'workspace-many' : undefined}>
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
