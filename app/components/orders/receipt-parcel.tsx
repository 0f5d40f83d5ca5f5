import type { ReactNode } from 'react';
import { DaohuLine } from '#app/components/money/daohu-bar.tsx';
import { StatusPill } from '#app/components/office/status-pill.tsx';
import { Picture } from '#app/components/shop/picture.tsx';
import { formatWeight, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { ReceiptLineView, ReceiptParcelView, ReceiptShareView } from '#server/orders/contract.ts';
import { LineDiscounts } from './discount-rows.tsx';

/** One seller's parcel: its lines, and under each line the households it reached. */
export function ReceiptParcel({ parcel, children }: { parcel: ReceiptParcelView; children?: ReactNode }) {
  const t = useT();
  const text = useText();
  return (
    <section
      className="panel stack"
      aria-label={t('orders.order.parcel', { parcel: parcel.number, number: parcel.number })}
    >
      <div className="row row-between">
        <h3 className="cart-seller">{t('orders.cart.seller', { seller: text(parcel.seller.name) })}</h3>
        <StatusPill tone={toneOf[parcel.state]}>{t(`orders.order.parcelState.${parcel.state}`)}</StatusPill>
      </div>
      {parcel.shipments.map(({ courier, trackingNumber, shippedAt }) => (
        <p key={shippedAt} className="quiet small">
          {t('orders.order.tracking', { courier: t(`orders.couriers.${courier}`), number: trackingNumber ?? '' })}
        </p>
      ))}
      {parcel.lines.map((line) => (
        <ReceiptLine key={`${line.productSlug} ${line.packName['zh-CN']}`} line={line} />
      ))}
      {children}
    </section>
  );
}

const toneOf = {
  waiting: 'waiting',
  'to-pack': 'waiting',
  packing: 'waiting',
  'partly-shipped': 'moving',
  shipped: 'moving',
  delivered: 'good',
  cancelled: 'quiet',
} as const;

function ReceiptLine({ line }: { line: ReceiptLineView }) {
  const t = useT();
  const text = useText();
  return (
    <div className="receipt-line">
      <Picture of={{ family: line.family, seed: line.productSlug }} alt="" size={88} />
      <div className="stack">
        <p className="row row-between">
          <span>
            <b>{text(line.productName)}</b> <span className="quiet small">{text(line.packName)}</span> × {line.count}
          </span>
          <strong className="price">{formatYuan(line.amount)}</strong>
        </p>
        <LineDiscounts discounts={line.discounts} />
        {line.catchWeight ? <p className="quiet small">{t('promotions.weighed.receipt')}</p> : null}
        {line.makeUp ? <DaohuLine parts={line.makeUp} /> : null}
        <ShareTable shares={line.shares} />
      </div>
    </div>
  );
}

function ShareTable({ shares }: { shares: ReceiptShareView[] }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  return (
    <table className="receipt-shares">
      <thead>
        <tr>
          <th scope="col">{t('orders.order.household')}</th>
          <th scope="col">{t('orders.order.lot')}</th>
          <th scope="col" className="num">
            {t('orders.order.quantity')}
          </th>
          <th scope="col" className="num">
            {t('orders.order.gets')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shares.map((share) => (
          <tr key={`${share.household.code} ${share.lotCode}`}>
            <td>
              <a href={`/households/${share.household.code}`}>{share.household.maskedName}</a>{' '}
              <a href={`/villages/${share.village.code}`} className="quiet small">
                {text(share.village.name)}
              </a>
            </td>
            <td>
              <a href={`/trace/${share.lotCode}`}>{share.lotCode}</a>
            </td>
            <td className="num">
              {share.baseUnit === 'gram' ? formatWeight(share.quantity, language) : `× ${share.quantity}`}
            </td>
            <td className="num">
              {share.fen === null
                ? t('orders.order.about', { amount: formatYuan(share.expected) })
                : formatYuan(share.fen)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
