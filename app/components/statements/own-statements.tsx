import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { formatDate, formatDateBeside, formatMoment, unbroken, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { OwnStatementRow, OwnStatementsView } from '#server/statements/contract.ts';

/** What a household was paid, what is coming, and its statements one below the other; each is one large link. */
export function OwnStatements({ view }: { view: OwnStatementsView }) {
  const t = useT();
  const text = useText();
  const { paid, coming, later, disputed } = view.sums;
  const waiting = view.rows.filter(({ state }) => state === 'stated').length;
  return (
    <>
      <header className="stack">
        {view.households.map(({ name, village }) => (
          <p key={name}>
            {t('statements.own.hello', { name })} <span className="quiet">{text(village)}</span>
          </p>
        ))}
        <h1>
          <small>{t('statements.own.paid')}</small>
          <b className="statement-amount">{formatYuan(paid)}</b>
        </h1>
        <ul className="statement-lines">
          <li>
            <span>{t('statements.own.coming')}</span>
            <b>{formatYuan(coming)}</b>
          </li>
          <li>
            <span>{t('statements.own.later')}</span>
            <b>{formatYuan(later)}</b>
          </li>
          {disputed === 0 ? null : (
            <li>
              <span>{t('statements.own.disputed')}</span>
              <b>{formatYuan(disputed)}</b>
            </li>
          )}
        </ul>
        {waiting === 0 ? null : <p className="panel">{t('statements.own.waiting', { count: waiting })}</p>}
      </header>
      {view.rows.length === 0 ? (
        <EmptyState scene="quiet-field" title={t('statements.own.empty')}>
          {t('statements.own.emptyDetail')}
        </EmptyState>
      ) : (
        <section className="stack">
          <h2>{t('statements.own.list')}</h2>
          <ol className="statement-lines statement-list">
            {view.rows.map((row) => (
              <li key={row.id}>
                <StatementLink row={row} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function StatementLink({ row }: { row: OwnStatementRow }) {
  const t = useT();
  const language = useLanguage();
  const { accessCode, amount, state, paidAt, answerUntil } = row;
  const days = {
    from: unbroken(formatDate(row.from, language)),
    to: formatDateBeside(row.to, row.from, language),
  };
  const isOpen = state === 'stated';
  const stand = isOpen
    ? t('statements.own.look', { time: unbroken(formatMoment(answerUntil, language)) })
    : state === 'paid' && paidAt
      ? t('statements.own.paidOn', { day: unbroken(formatDate(paidAt, language)) })
      : t(`statements.state.${state}`);
  return (
    <a
      href={`/s/${accessCode}`}
      className={isOpen ? 'statement-open' : undefined}
      aria-label={t('statements.own.open', { ...days, amount: formatYuan(amount) })}
    >
      <span>
        {t('statements.own.period', days)}
        <small>{stand}</small>
      </span>
      <b>{formatYuan(amount)}</b>
    </a>
  );
}
