import { Table } from '#app/components/office/table.tsx';
import { channelCodes } from '#app/components/shop/channel-door.tsx';
import { formatCount, useT } from '#app/i18n/index.tsx';
import type { FiguresView } from '#server/channels/ecommerce/contract.ts';
import { yuan } from './wording.ts';

/** Through which of the seven channels it was sold; those without a sale stand there too, and say why. */
export function FiguresByChannel({ channels }: Pick<FiguresView, 'channels'>) {
  const t = useT();
  const rows = channelCodes.map((code) => ({ code, sold: channels.find((channel) => channel.code === code) }));
  return (
    <section className="section stack">
      <h2 className="section-title">{t('provenance.figures.channels')}</h2>
      <p className="quiet">{t('provenance.figures.channelsLead')}</p>
      <Table
        caption={t('provenance.figures.channels')}
        captionHidden
        rows={rows}
        keyOf={(row) => row.code}
        columns={[
          {
            id: 'channel',
            head: t('provenance.figures.channel'),
            heading: true,
            cell: ({ code }) => <a href={`/channels#${code}`}>{t(`components.channels.${code}.name`)}</a>,
          },
          {
            id: 'orders',
            head: t('provenance.figures.channelOrders'),
            numeric: true,
            cell: ({ sold }) =>
              sold ? formatCount(sold.orders) : <span className="quiet">{t('provenance.figures.notOpen')}</span>,
          },
          {
            id: 'household',
            head: t('provenance.figures.countyHousehold'),
            numeric: true,
            cell: ({ sold }) => (sold ? yuan(sold.household) : null),
          },
        ]}
      />
    </section>
  );
}
