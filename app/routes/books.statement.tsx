import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DueLinesTable } from '#app/components/settlement/due-lines-table.tsx';
import { History } from '#app/components/settlement/history.tsx';
import { ObjectionTable } from '#app/components/settlement/objection-table.tsx';
import { PaymentTable } from '#app/components/settlement/payment-table.tsx';
import { StatementPill } from '#app/components/settlement/pills.tsx';
import { StatementFacts } from '#app/components/settlement/statement-facts.tsx';
import { StatementSums } from '#app/components/settlement/statement-sums.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { can } from '#server/platform/index.ts';
import { getStatement } from '#server/statements/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'settlement.statementPage.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => ({
    statement: await getStatement(ctx, args.params.number ?? ''),
    mayPayCash: can(ctx.actor, 'payouts.pay-cash'),
  }));
}

/** One statement: what it is made of, what the household said, how it was paid. */
export default function StatementPage() {
  const t = useT();
  const { statement, mayPayCash } = useLoaderData<typeof loader>();
  const { number, household, state, way, answeredBy } = statement;
  const payable = (state === 'confirmed' || state === 'failed') && statement.amount > 0;
  const inCash = statement.transfers.some((transfer) => transfer.way === 'cash');
  const reasonOf = (reason: string | null) => {
    const key = `settlement.statementPage.reasons.${reason}`;
    return t.has(key) ? t(key) : reason;
  };
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: t('settlement.statements.title'), href: '/books/statements' }, { label: number }]}
      />
      <h1>{t('settlement.statementPage.heading', { number })}</h1>
      <p className="row">
        <b className="figure price-large">{formatYuan(statement.amount)}</b>
        <StatementPill state={state} />
        {statement.overdue ? <span className="overdue">{t('settlement.statements.overdue')}</span> : null}
      </p>
      <div className="row settlement-actions">
        {way === 'cash' && payable && mayPayCash ? (
          <a className="btn" href={`/books/statements/${number}/cash`}>
            {t('settlement.statementPage.payCash')}
          </a>
        ) : null}
        <a className="btn btn-second" href={`/s/${statement.accessCode}`}>
          {t('settlement.statementPage.open')}
        </a>
      </div>
      <div className="settlement-parts">
        <div className="settlement-halves">
          <StatementFacts statement={statement} />
          <StatementSums statement={statement} />
        </div>
        <DueLinesTable lines={statement.lines} title={t('settlement.statementPage.lines')} statement={false} />
        {statement.objections.length > 0 ? (
          <ObjectionTable rows={statement.objections.map((one) => ({ ...one, statementNumber: number, household }))} />
        ) : null}
        <PaymentTable payments={statement.transfers} />
        {inCash ? (
          <p className="cash-photo">
            <img src={`/books/statements/${number}/photo`} alt={t('settlement.statementPage.cashPhoto')} />
          </p>
        ) : null}
        <History
          title={t('settlement.statementPage.history')}
          steps={statement.moves.map((move) => ({
            ...move,
            // Who answers by a link has no account here.
            by:
              move.to === 'confirmed' && !move.by && answeredBy ? t(`settlement.statements.by.${answeredBy}`) : move.by,
            state: t(`settlement.statements.states.${move.to}`),
            reason: reasonOf(move.reason),
          }))}
        />
      </div>
    </>
  );
}
