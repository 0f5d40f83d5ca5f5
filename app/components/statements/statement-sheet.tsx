import type { ReactNode } from 'react';
import { formatDate, formatDateBeside, unbroken, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { StatementView } from '#server/statements/contract.ts';
import { StatementLines } from './statement-lines.tsx';
import { StatementPayment } from './statement-payment.tsx';

const sums = ['sales', 'returns', 'deductions', 'advances', 'advancesRepaid', 'adjustments'] as const;

/** A statement a farmer can read: one large figure, where it comes from, and whether it is right. `children` is the answer. */
export function StatementSheet({ statement, children }: { statement: StatementView; children?: ReactNode }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const { household, payer } = statement;
  const parts = sums.filter((part) => statement.sums[part] !== 0);
  return (
    <>
      <header className="stack">
        <p>
          {t('statements.hello', { name: household.name })} <span className="quiet">{text(household.village)}</span>
        </p>
        <h1>
          <small>{t(statement.state === 'paid' ? 'statements.paid' : 'statements.amount')}</small>
          <b className="statement-amount">{formatYuan(statement.amount)}</b>
        </h1>
        <p>
          <StatementPayment statement={statement} />
        </p>
        <p className="quiet">
          {t('statements.period', {
            from: unbroken(formatDate(statement.from, language)),
            to: formatDateBeside(statement.to, statement.from, language),
          })}
          {' · '}
          {t('statements.by', { payer: payer.name ? text(payer.name) : t('statements.platform') })}
          {' · '}
          {t(`statements.state.${statement.state}`)}
        </p>
        <p className="quiet">{t('statements.number', { number: statement.number })}</p>
      </header>
      {children}
      <section className="stack">
        <h2>{t('statements.sums.title')}</h2>
        <ul className="statement-lines">
          {parts.map((part) => (
            <li key={part}>
              <span>{t(`statements.sums.${part}`)}</span>
              <b>{formatYuan(statement.sums[part])}</b>
            </li>
          ))}
          <li className="statement-total">
            <span>{t('statements.sums.total')}</span>
            <b>{formatYuan(statement.amount)}</b>
          </li>
        </ul>
        {statement.carriedOver === 0 ? null : (
          <p className="quiet">{t('statements.carried', { amount: formatYuan(-statement.carriedOver) })}</p>
        )}
      </section>
      <section className="stack">
        <h2>{t('statements.lines.title')}</h2>
        <StatementLines lines={statement.lines} beside={statement.to} />
        <p className="screen-only">
          <a className="link" href={`/s/${statement.accessCode}/statement.pdf`}>
            {t('documents.statement.pdf')}
          </a>
        </p>
      </section>
      {statement.objections.map((objection) => (
        <section key={objection.id} className="panel stack">
          <h2>{t('statements.objection.yours')}</h2>
          <StatementLines lines={objection.lines} beside={statement.to} />
          {objection.state === 'open' ? <p className="quiet">{t('statements.objection.apart')}</p> : null}
          <p>{objection.reason}</p>
          <p>
            <b>{t('statements.objection.answer')}</b> {objection.resolution ?? t('statements.objection.open')}
          </p>
        </section>
      ))}
    </>
  );
}
