import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { Timeline } from '#app/components/shop/timeline.tsx';
import { formatMoment, formatPhone, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { ReceiptView } from '#server/orders/contract.ts';
import { DiscountRows, sumDiscounts } from './discount-rows.tsx';

/** Money, address and history of an order. */
export function OrderFacts({ order }: { order: ReceiptView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const discounts = sumDiscounts(order.parcels.flatMap((parcel) => parcel.lines.flatMap((line) => line.discounts)));
  return (
    <div className="receipt-facts">
      <section className="panel stack">
        <dl className="totals">
          <div>
            <dt>{t('orders.order.goods')}</dt>
            <dd>{formatYuan(order.goods)}</dd>
          </div>
          <DiscountRows discounts={discounts} />
          <div>
            <dt>{t('orders.order.freight')}</dt>
            <dd>{formatYuan(order.freight)}</dd>
          </div>
          <div className="totals-sum">
            <dt>{t('orders.order.total')}</dt>
            <dd className="price price-large">{formatYuan(order.total)}</dd>
          </div>
        </dl>
        <DefinitionTable
          rows={[
            {
              term: t('orders.order.delivery'),
              value: `${order.recipient} ${formatPhone(order.phone)} · ${text(order.region)} ${order.address}`,
            },
            { term: t('orders.order.note'), value: order.note },
          ]}
        />
        <button type="button" className="btn btn-quiet" data-print="" hidden>
          {t('orders.order.print')}
        </button>
      </section>
      <section className="panel">
        <h2 className="cart-seller">{t('orders.order.moves')}</h2>
        <Timeline
          steps={order.moves.map((move) => ({
            id: `${move.to} ${move.parcel ?? ''}`,
            when: formatMoment(move.at, language),
            title: t(`orders.order.move.${move.to}`, { parcel: move.parcel ?? '' }),
          }))}
        />
      </section>
    </div>
  );
}
