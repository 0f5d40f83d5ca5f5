import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CashReceipt } from '#app/components/bank/cash-receipt.tsx';
import { PlainForm } from '#app/components/bank/plain-form.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { TakeCash } from '#server/bank/contract.ts';
import { getCashOrder, ownCounter, takeCash } from '#server/bank/index.ts';
import { formatYuan } from '#server/kernel/money.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.cash.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => ({
    order: await getCashOrder(ctx, (await ownCounter(ctx)).id, args.params.number ?? ''),
    key: randomUUID(),
  }));
}

export function action(args: ActionFunctionArgs) {
  const number = args.params.number ?? '';
  return submitForm(args, TakeCash, async (ctx, input) => {
    const { change, receipt } = await takeCash(ctx, (await ownCounter(ctx)).id, number, input);
    const said = { change: formatYuan(change), receipt };
    return redirectWithToast(args, `/coop/cash/${encodeURIComponent(number)}`, 'bank.cash.done', said);
  });
}

/** Takes cash for one order; afterwards its receipt. */
export default function TakeCashPage() {
  const t = useT();
  const { order, key } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const kept = sent?.lastResult.initialValue?.key;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t('bank.cash.title'), href: '/coop/cash' }, { label: order.number }]} />
      <h1>{order.number}</h1>
      <div className="stack">
        {order.receipt ? <CashReceipt receipt={order.receipt} /> : null}
        {order.receipt ? null : (
          <DefinitionTable
            rows={[
              { term: t('bank.cash.recipient'), value: order.recipient },
              { term: t('bank.cash.total'), value: <b className="price price-large">{formatYuan(order.total)}</b> },
            ]}
          />
        )}
        {order.receipt || order.state === 'placed' ? null : (
          <p>{t('bank.cash.notPlaced', { state: t(`books.order.states.${order.state as 'paid'}`) })}</p>
        )}
        {sent || (order.state === 'placed' && !order.receipt) ? (
          <PlainForm
            id="cash"
            sent={sent}
            fields={[{ name: 'taken', label: t('bank.cash.taken'), inputMode: 'decimal' }]}
            hidden={{ key: typeof kept === 'string' && kept !== '' ? kept : key }}
            submit={t('bank.cash.take')}
          />
        ) : null}
        <p>
          <a className="link" href="/coop/cash">
            {t('bank.cash.again')}
          </a>
        </p>
      </div>
    </>
  );
}
