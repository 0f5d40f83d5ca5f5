import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { TransferFacts } from '#app/components/bank/transfer-facts.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { getTransfer } from '#server/bank/index.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { receivingAccountOf } from '#server/payments/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.transfer.title');

export async function loader(args: LoaderFunctionArgs) {
  const transfer = await withCtx(args, (ctx) => getTransfer(ctx, args.params.paymentId ?? ''));
  return { transfer, account: receivingAccountOf(args.context.env) };
}

/** How to pay an order by transfer, and what of it has come. */
export default function TransferPage() {
  const t = useT();
  const { transfer, account } = useLoaderData<typeof loader>();
  const { state, number, accessKey, received, missing } = transfer;
  const isOpen = state === 'waiting' || state === 'part';
  return (
    <div className="page page-narrow stack">
      <h1>{t('bank.transfer.title')}</h1>
      {state === 'part' ? (
        <p role="status">{t('bank.transfer.part', { received: formatYuan(received), missing: formatYuan(missing) })}</p>
      ) : null}
      {isOpen ? <p>{t('bank.transfer.lead')}</p> : <p role="status">{t(`bank.transfer.${state}`)}</p>}
      {isOpen && account ? <TransferFacts transfer={transfer} account={account} /> : null}
      <p>
        <a className="btn btn-second" href={`/orders/${number}?key=${encodeURIComponent(accessKey)}`}>
          {t('bank.transfer.back')}
        </a>
      </p>
    </div>
  );
}
