import { Tabs } from '#app/components/workspaces/tabs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { type StatementsView, statementFlags, statementPlaces } from '#server/statements/contract.ts';

const PATH = '/books/statements';

/** The address of a list of statements. */
export function statementsHref(filter: StatementsView['filter'], period: StatementsView['period'], page = 1): string {
  const params = new URLSearchParams({
    ...(filter === 'all' ? {} : { state: filter }),
    ...(period ?? {}),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return params.size === 0 ? PATH : `${PATH}?${params}`;
}

/** Which statements are listed: of which state, with how many of each; of which days. */
export function StatementFilter({ filter, period, counts }: Pick<StatementsView, 'filter' | 'period' | 'counts'>) {
  const t = useT();
  return (
    <div className="period-filter screen-only">
      <form className="row" action={PATH}>
        {filter === 'all' ? null : <input type="hidden" name="state" value={filter} />}
        <label>
          <span>{t('settlement.statements.from')}</span>
          <input type="date" name="from" defaultValue={period?.from} required />
        </label>
        <label>
          <span>{t('settlement.statements.to')}</span>
          <input type="date" name="to" defaultValue={period?.to} required />
        </label>
        <button type="submit" className="btn btn-second">
          {t('settlement.statements.show')}
        </button>
        {period ? (
          <a className="link" href={statementsHref(filter, null)}>
            {t('settlement.statements.allDays')}
          </a>
        ) : null}
      </form>
      <Tabs
        label={t('settlement.statements.filter')}
        tabs={(['all', ...statementPlaces] as const).map((name) => ({
          href: statementsHref(name, period),
          label: t(`settlement.statements.filters.${name}`),
          count: counts[name].statements,
          current: name === filter,
        }))}
      />
      <p className="statement-flags">
        <span className="quiet">{t('settlement.statements.flags')}</span>
        {statementFlags.map((name) => (
          <a
            key={name}
            className="link"
            href={statementsHref(name, period)}
            aria-current={name === filter ? 'page' : undefined}
          >
            {t('settlement.statements.flag', {
              name: t(`settlement.statements.filters.${name}`),
              count: counts[name].statements,
            })}
          </a>
        ))}
      </p>
    </div>
  );
}
