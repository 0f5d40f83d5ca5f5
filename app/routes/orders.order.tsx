import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ParcelClaims } from '#app/components/claims/parcel-claims.tsx';
import { OrderPapers } from '#app/components/documents/order-papers.tsx';
import { DiscountedBar } from '#app/components/money/discounted-bar.tsx';
import { OrderActions } from '#app/components/orders/order-actions.tsx';
import { OrderCare } from '#app/components/orders/order-care.tsx';
import { OrderFacts } from '#app/components/orders/order-facts.tsx';
import { OrderRefunds } from '#app/components/orders/order-refunds.tsx';
import { ReceiptParcel } from '#app/components/orders/receipt-parcel.tsx';
import { Seal } from '#app/components/shop/seal.tsx';
import { useT } from '#app/i18n/index.tsx';
import { ownOrdersOf, rememberOrder } from '#app/own-orders.server.ts';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findClaimsOfOrder } from '#server/after-sales/index.ts';
import { findOrderPapers } from '#server/documents/index.ts';
import { fen } from '#server/kernel/money.ts';
import { findOfferedProviders, getReceipt } from '#server/orders/index.ts';
import { providersOf } from '#server/payments/index.ts';
import { findOrderRefunds, getOrderChanges } from '#server/refunds/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'orders.order.receipt');

export async function loader(args: LoaderFunctionArgs) {
  const number = args.params.number ?? '';
  const remembered = ownOrdersOf(args.request).find((own) => own.number === number)?.accessKey ?? null;
  const accessKey = new URL(args.request.url).searchParams.get('key') ?? remembered;
  const { order, ways, refunds, changes, claims, papers } = await withCtx(args, async (ctx) => {
    const order = await getReceipt(ctx, number, { accessKey });
    const isOpen = order.state === 'placed' || order.state === 'lapsed';
    const providers = providersOf(args.context.env);
    const refunds = await findOrderRefunds(ctx, number, { accessKey });
    const changes = order.paidAt === null ? null : await getOrderChanges(ctx, number, { accessKey });
    const claims = order.paidAt === null ? [] : await findClaimsOfOrder(ctx, number, { accessKey });
    const papers = order.paidAt === null ? null : await findOrderPapers(ctx, number, { accessKey });
    return {
      order,
      claims,
      papers,
      refunds,
      changes,
      ways: isOpen ? await findOfferedProviders(ctx, providers, number, { accessKey }) : [],
    };
  });
  if (accessKey && args.context.userId === null && accessKey !== remembered) rememberOrder(args, { number, accessKey });
  return { order, ways, refunds, changes, claims, papers, accessKey, isStranger: args.context.userId === null };
}

/** The order with its receipt, which names how many fen went to which household. */
export default function OrderPage() {
  const t = useT();
  const { order, ways, refunds, changes, claims, papers, accessKey, isStranger } = useLoaderData<typeof loader>();
  const paid = order.state === 'paid' || order.state === 'completed';
  const named = order.householdCount > 0;
  const search = accessKey ? `?key=${encodeURIComponent(accessKey)}` : '';
  const discounts = order.parcels.flatMap((parcel) => parcel.lines.flatMap((line) => line.discounts));
  return (
    <div className="page stack">
      <div className="row row-between">
        <div>
          <p className="quiet small">{t('orders.order.title', { number: order.number })}</p>
          <h1>
            {paid || (named && order.state === 'placed')
              ? t(paid ? 'orders.order.reached' : 'orders.order.willReach', { households: order.householdCount })
              : t(`orders.order.${order.state}`)}
          </h1>
        </div>
        {paid ? <Seal characters="每单到户" label={t(`orders.order.${order.state}`)} /> : null}
      </div>
      <OrderActions order={order} accessKey={accessKey} ways={ways} />
      {changes ? <OrderCare changes={changes} accessKey={accessKey} /> : null}
      <OrderRefunds refunds={refunds} reached={order.makeUp?.household ?? fen(0)} />
      {order.makeUp && refunds.length > 0 ? <p className="quiet">{t('fulfilment.refunds.before')}</p> : null}
      {order.makeUp ? <DiscountedBar parts={order.makeUp} discounts={discounts} /> : null}
      {named ? (
        <section className="stack">
          <div>
            <h2 className="section-title">{t('orders.order.receipt')}</h2>
            {paid ? <p className="quiet">{t('orders.order.receiptLead')}</p> : null}
          </div>
          {order.parcels.map((parcel) => (
            <ReceiptParcel key={parcel.number} parcel={parcel}>
              <ParcelClaims
                orderNumber={order.number}
                of={claims.find(({ parcelNumber }) => parcelNumber === parcel.number)}
                search={search}
              />
            </ReceiptParcel>
          ))}
        </section>
      ) : null}
      {papers ? <OrderPapers papers={papers} orderNumber={order.number} search={search} /> : null}
      <OrderFacts order={order} />
      {isStranger ? <p className="quiet small">{t('orders.order.keep')}</p> : null}
    </div>
  );
}
