import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { FewerPacks } from '#app/components/orders/fewer-packs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { orderPage, readerOf } from '#app/order-page.server.ts';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { TakeFewer } from '#server/refunds/contract.ts';
import { getOrderChanges, takeFewer } from '#server/refunds/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'fulfilment.fewer.title');

export async function loader(args: LoaderFunctionArgs) {
  const changes = await withCtx(args, (ctx) => getOrderChanges(ctx, args.params.number ?? '', readerOf(args)));
  return { changes, back: orderPage(args) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, TakeFewer, async (ctx, input) => {
    const refund = await takeFewer(ctx, args.params.number ?? '', readerOf(args), input);
    if (!refund) return redirectWithToast(args, orderPage(args), 'fulfilment.fewer.same');
    return redirectWithToast(args, orderPage(args), 'fulfilment.fewer.done', { amount: formatYuan(refund.total) });
  });
}

export default function FewerPacksPage() {
  const t = useT();
  const { changes, back } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const typed = sent?.lastResult.initialValue;
  const asked =
    changes.parcels.find(({ number }) => number === typed?.parcel) ?? (typed ? changes.parcels[0] : undefined);
  // What was typed stays in sight, also where packing began meanwhile.
  const open = changes.parcels.filter((parcel) => parcel.state === 'to-pack' || parcel === asked);
  const errors = Object.values(sent?.lastResult.error ?? {}).flatMap((list) => list ?? []);
  return (
    <div className="page page-narrow stack">
      <p className="quiet small">{t('orders.order.title', { number: changes.number })}</p>
      <h1>{t('fulfilment.fewer.title')}</h1>
      <Refusal of={sent?.refusal} />
      <ErrorSummary fields={[]} errors={errors} />
      <p className="quiet">{t(open.length > 0 ? 'fulfilment.fewer.lead' : 'fulfilment.fewer.none')}</p>
      {open.map((parcel) => (
        <FewerPacks key={parcel.number} parcel={parcel} typed={parcel === asked ? typed : null} />
      ))}
      <a className="link" href={back}>
        {t('fulfilment.delivery.back')}
      </a>
    </div>
  );
}
