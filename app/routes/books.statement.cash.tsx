import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CashForm } from '#app/components/settlement/cash-form.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { HandOverCash } from '#server/payouts/contract.ts';
import { handOverCash } from '#server/payouts/index.ts';
import { getStatement } from '#server/statements/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'settlement.cash.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => ({ statement: await getStatement(ctx, args.params.number ?? '') }));
}

export function action(args: ActionFunctionArgs) {
  const statement = args.params.number ?? '';
  return submitForm(args, HandOverCash, async (ctx, input) => {
    const { number } = await handOverCash(ctx, statement, input);
    return redirectWithToast(args, `/books/statements/${statement}`, 'settlement.cash.done', { number });
  });
}

/** Pays an agreed statement in cash, before two witnesses and a camera. */
export default function PayInCashPage() {
  const t = useT();
  const { statement } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { number, state, way } = statement;
  const open = way === 'cash' && statement.amount > 0 && (state === 'confirmed' || state === 'failed');
  const closed =
    way === 'cash'
      ? t('settlement.cash.closed', { state: t(`settlement.statements.states.${state}`) })
      : t('settlement.cash.notCash');
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t('settlement.statements.title'), href: '/books/statements' },
          { label: number, href: `/books/statements/${number}` },
          { label: t('settlement.cash.title') },
        ]}
      />
      <h1>{t('settlement.cash.heading', { name: statement.household.name, amount: formatYuan(statement.amount) })}</h1>
      {open || sent ? (
        <div className="stack">
          <p className="quiet">{t('settlement.cash.lead')}</p>
          <CashForm sent={sent} />
        </div>
      ) : (
        <p>{closed}</p>
      )}
    </>
  );
}
