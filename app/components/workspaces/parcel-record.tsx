import { type Column, Table } from '#app/components/office/table.tsx';
import { formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { PickListView } from '#server/fulfilment/contract.ts';
import { amount } from './amount.ts';

type Shipment = PickListView['shipments'][number];
type Refund = PickListView['refunds'][number];

const told = ['missing', 'spoiled', 'not-harvested'] as const;
const kinds = ['cancelled', 'changed', 'short', 'catch-weight', 'claim', 'goodwill'] as const;

/** What left with a parcel, and when: one row for each handing over. */
export function ShipmentTable({ parcel }: { parcel: PickListView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const nameOf = (position: number) => {
    const line = parcel.lines.find(({ line: own }) => own === position);
    return line ? text(line.productName) : '';
  };
  const columns: Column<Shipment>[] = [
    {
      id: 'when',
      head: t('fulfilment.shipments.when'),
      heading: true,
      cell: ({ shippedAt }) => formatMoment(shippedAt, language),
    },
    {
      id: 'by',
      head: t('fulfilment.shipments.by'),
      cell: ({ courier, trackingNumber }) =>
        t('coop.parcel.tracking', { courier: t(`orders.couriers.${courier}`), number: trackingNumber ?? '' }),
    },
    {
      id: 'what',
      head: t('fulfilment.shipments.what'),
      cell: ({ lines }) =>
        lines.map(({ line, count }) => t('fulfilment.shipments.part', { product: nameOf(line), count })).join(' · '),
    },
  ];
  return (
    <Table
      caption={t('fulfilment.shipments.caption')}
      captionHidden
      columns={columns}
      rows={parcel.shipments}
      keyOf={({ shippedAt, trackingNumber }) => `${shippedAt} ${trackingNumber ?? ''}`}
      empty={<p className="quiet">{t('fulfilment.shipments.none')}</p>}
    />
  );
}

/** What went back to the buyer of a parcel, and why. */
export function RefundTable({ refunds }: { refunds: Refund[] }) {
  const t = useT();
  const language = useLanguage();
  const columns: Column<Refund>[] = [
    {
      id: 'when',
      head: t('fulfilment.refunds.when'),
      heading: true,
      cell: ({ at }) => formatMoment(at, language),
    },
    {
      id: 'why',
      head: t('fulfilment.refunds.why'),
      cell: (refund) => {
        const kind = kinds.find((code) => code === refund.kind);
        const reason = told.find((code) => code === refund.reason);
        return [
          kind ? t(`fulfilment.refunds.kind.${kind}`) : refund.kind,
          reason ? t(`fulfilment.refunds.reason.${reason}`) : null,
        ]
          .filter(Boolean)
          .join(' · ');
      },
    },
    { id: 'amount', head: t('fulfilment.refunds.amount'), numeric: true, cell: ({ total }) => amount(total) },
  ];
  return (
    <Table
      caption={t('fulfilment.refunds.caption')}
      captionHidden
      columns={columns}
      rows={refunds}
      keyOf={({ number }) => number}
    />
  );
}
