import { Table } from '#app/components/office/table.tsx';
import { formatDate, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { HouseholdView } from '#server/channels/ecommerce/contract.ts';
import { useQuantity } from './wording.ts';

type Lot = HouseholdView['lots'][number];

/** The lots a household has a part in, newest first; each leads to its proof. */
export function HouseholdLots({ of: { lots, produces } }: { of: HouseholdView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const quantity = useQuantity();
  const familyOf = (lot: Lot) => produces.find(({ name }) => name['zh-CN'] === lot.produce['zh-CN'])?.family ?? '';
  return (
    <Table
      caption={t('provenance.household.lotsCaption')}
      captionHidden
      rows={lots}
      keyOf={(lot) => lot.code}
      columns={[
        {
          id: 'produce',
          head: t('provenance.household.produce'),
          heading: true,
          cell: (lot) => (
            <>
              {text(lot.produce)}
              <br />
              <a href={`/trace/${lot.code}`}>{lot.code}</a>
            </>
          ),
        },
        { id: 'day', head: t('provenance.household.harvested'), cell: (lot) => formatDate(lot.harvestedOn, language) },
        {
          id: 'received',
          head: t('provenance.household.received'),
          numeric: true,
          cell: (lot) => quantity(lot.received, lot.baseUnit, familyOf(lot)),
        },
        {
          id: 'left',
          head: t('provenance.household.left'),
          numeric: true,
          cell: (lot) =>
            lot.left > 0 ? quantity(lot.left, lot.baseUnit, familyOf(lot)) : t('provenance.household.soldOut'),
        },
      ]}
    />
  );
}
