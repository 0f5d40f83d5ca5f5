import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { StatusPill } from '#app/components/office/status-pill.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { Picture } from '#app/components/shop/picture.tsx';
import { formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import { ownOrdersOf } from '#app/own-orders.server.ts';
import { titleOf } from '#app/page-title.ts';
import { pageOf, withCtx } from '#app/request.server.ts';
import { formatYuan } from '#server/kernel/money.ts';
import type { OrderSummaryView } from '#server/orders/contract.ts';
import { findOwnOrders } from '#server/orders/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'orders.list.title');

export async function loader(args: LoaderFunctionArgs) {
  const list = await withCtx(args, (ctx) => findOwnOrders(ctx, pageOf(args.request), ownOrdersOf(args.request)));
  return { ...list, isStranger: args.context.userId === null };
}

export default function OrdersPage() {
  const t = useT();
  const { orders, page, pages, isStranger } = useLoaderData<typeof loader>();
  return (
    <div className="page stack">
      <h1>{t('orders.list.title')}</h1>
      {isStranger && orders.length > 0 ? <p className="quiet">{t('orders.list.signInFirst')}</p> : null}
      {orders.length === 0 ? (
        <EmptyState
          scene="empty-basket"
          title={t('orders.list.empty')}
          action={
            <a className="btn" href="/products">
              {t('orders.cart.browse')}
            </a>
          }
        >
          {t('orders.list.emptyDetail')}
        </EmptyState>
      ) : (
        <ul className="order-list">
          {orders.map((order) => (
            <OrderCard key={order.number} order={order} />
          ))}
        </ul>
      )}
      <Pager page={page} pages={pages} hrefOf={(n) => `/orders?page=${n}`} />
    </div>
  );
}

const toneOf = { placed: 'waiting', paid: 'moving', completed: 'good', lapsed: 'quiet', cancelled: 'quiet' } as const;

function OrderCard({ order }: { order: OrderSummaryView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const [family = 'gift-box'] = order.families;
  const title = text(order.firstProduct);
  return (
    <li>
      <a href={`/orders/${order.number}`} className="panel order-card">
        <Picture of={{ family, seed: order.number }} alt="" size={72} />
        <span>
          <b>{order.packs > 1 ? t('orders.list.more', { product: title, count: order.packs }) : title}</b>
          <span className="quiet small">
            {order.number} · {formatMoment(order.placedAt, language)}
          </span>
          {order.householdFen === null ? null : (
            <span className="small">
              {t('orders.list.reached', { households: order.households, amount: formatYuan(order.householdFen) })}
            </span>
          )}
        </span>
        <span>
          <strong className="price">{formatYuan(order.total)}</strong>
          <StatusPill tone={toneOf[order.state]}>{t(`orders.order.${order.state}`)}</StatusPill>
        </span>
      </a>
    </li>
  );
}
