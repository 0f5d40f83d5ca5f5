import { useT } from '#app/i18n/index.tsx';

/** Pages of a list. Near pages by number, the rest by going on. */
export function Pager({ page, pages, hrefOf }: { page: number; pages: number; hrefOf: (page: number) => string }) {
  const t = useT();
  if (pages <= 1) return null;
  const near = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  return (
    <nav className="pager" aria-label={t('components.pager.label')}>
      {page > 1 ? (
        <a href={hrefOf(page - 1)} rel="prev">
          {t('components.pager.previous')}
        </a>
      ) : null}
      {near.map((n, index) => (
        <span key={n}>
          {index > 0 && n - (near[index - 1] ?? n) > 1 ? <span aria-hidden="true">…</span> : null}
          <a
            href={hrefOf(n)}
            aria-current={n === page ? 'page' : undefined}
            aria-label={t('components.pager.page', { page: n })}
          >
            {n}
          </a>
        </span>
      ))}
      {page < pages ? (
        <a href={hrefOf(page + 1)} rel="next">
          {t('components.pager.next')}
        </a>
      ) : null}
    </nav>
  );
}
