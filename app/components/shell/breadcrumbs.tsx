import { useT } from '#app/i18n/index.tsx';

export type Crumb = { label: string; href?: string };

/** The way back up; the last crumb is this page and no link. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const t = useT();
  return (
    <nav className="crumbs" aria-label={t('components.crumbs.label')}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.label}>
            {crumb.href ? <a href={crumb.href}>{crumb.label}</a> : <span aria-current="page">{crumb.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
