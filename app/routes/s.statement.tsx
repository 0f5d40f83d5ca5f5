import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { StatementAnswer } from '#app/components/statements/statement-answer.tsx';
import { StatementLines } from '#app/components/statements/statement-lines.tsx';
import { StatementPayment } from '#app/components/statements/statement-payment.tsx';
import { formatDate, formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { getOwnStatement } from '#server/statements/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'statements.amount');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, (ctx) => getOwnStatement(ctx, { accessCode: args.params.code ?? '' }));
}

const sums = ['sales', 'returns', 'deductions', 'advances', 'advancesRepaid', 'adjustments'] as const;

/** A statement a farmer can read: one large figure, where it comes from, and whether it is right. */
export default function StatementPage() {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const statement = useLoaderData<typeof loader>();
  const { household, payer } = statement;
  const parts = sums.filter((part) => statement.sums[part] !== 0);
  return (
    <article className="page page-narrow stack statement">
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
            from: formatDate(statement.from, language),
            to: formatDate(statement.to, language),
          })}
          {' · '}
          {t('statements.by', { payer: payer.name ? text(payer.name) : t('statements.platform') })}
          {' · '}
          {t(`statements.state.${statement.state}`)}
        </p>
      </header>
      {statement.mayAnswer ? (
        <>
          <p className="panel">{t('statements.until', { time: formatMoment(statement.answerUntil, language) })}</p>
          <StatementAnswer statement={statement} />
        </>
      ) : null}
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
        <StatementLines lines={statement.lines} />
      </section>
      {statement.objections.map((objection) => (
        <section key={objection.id} className="panel stack">
          <h2>{t('statements.objection.yours')}</h2>
          <p>{objection.reason}</p>
          <p>
            <b>{t('statements.objection.answer')}</b> {objection.resolution ?? t('statements.objection.open')}
          </p>
        </section>
      ))}
      <footer className="quiet">
        <p className="screen-only">
          <a className="link" href={`/s/${statement.accessCode}/statement.pdf`}>
            {t('documents.statement.pdf')}
          </a>
        </p>
        <p>{t('statements.code', { code: statement.accessCode })}</p>
        <p>{t('statements.foot')}</p>
      </footer>
    </article>
  );
}
