import { type Column, Table } from '#app/components/office/table.tsx';
import { formatDate, formatWeight, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { DatedRate, FreightRate, ZoneFreight } from '#server/catalog/contract.ts';
import { fen, formatYuan } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';

type Province = { code: string; name: LocalizedText };

/** What is asked now, zone by zone, with the provinces each is. */
export function FreightTable({ zones, provinces }: { zones: ZoneFreight[]; provinces: Province[] }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const columns = useRateColumns();
  const names = (codes: string[]) => provinces.filter(({ code }) => codes.includes(code)).map(({ name }) => text(name));
  const separator = language === 'en' ? ', ' : '、';
  return (
    <Table
      caption={t('freight.table')}
      captionHidden
      rows={zones.map((zone) => ({ ...zone.now, of: zone }))}
      keyOf={({ zone }) => zone}
      columns={[
        {
          id: 'zone',
          head: t('freight.zone'),
          heading: true,
          cell: ({ of }) => (
            <>
              {t(`freight.zones.${of.zone}`)}
              <span className="quiet small block">{names(of.provinceCodes).join(separator)}</span>
              <span className="quiet small block">
                {of.own ? t('freight.own', { day: formatDate(of.now.validFrom, language) }) : t('freight.common')}
              </span>
            </>
          ),
        },
        ...columns,
        {
          id: 'change',
          head: t('freight.change'),
          cell: ({ zone }) => (
            <a className="link" href={`/coop/freight?zone=${zone}#change`}>
              {t('freight.change')}
              <span className="visually-hidden"> {t('freight.changeOf', { zone: t(`freight.zones.${zone}`) })}</span>
            </a>
          ),
        },
      ]}
    />
  );
}

/** The seller's own rates that are still to come, and those that are over. */
export function DatedRates({ zones }: { zones: ZoneFreight[] }) {
  const t = useT();
  const language = useLanguage();
  const columns = useRateColumns();
  const dated: Column<DatedRate>[] = [
    {
      id: 'from',
      head: t('freight.form.from'),
      heading: true,
      cell: ({ validFrom }) => formatDate(validFrom, language),
    },
    { id: 'zone', head: t('freight.zone'), cell: ({ zone }) => t(`freight.zones.${zone}`) },
    ...columns,
  ];
  const keyOf = ({ zone, validFrom }: DatedRate) => `${zone} ${validFrom}`;
  const past = zones.flatMap((zone) => zone.past);
  return (
    <>
      <Table
        caption={t('freight.coming')}
        columns={dated}
        rows={zones.flatMap((zone) => zone.coming)}
        keyOf={keyOf}
        empty={<p className="quiet more">{t('freight.noneComing')}</p>}
      />
      {past.length > 0 ? <Table caption={t('freight.past')} columns={dated} rows={past} keyOf={keyOf} /> : null}
    </>
  );
}

function useRateColumns(): Column<FreightRate>[] {
  const t = useT();
  const language = useLanguage();
  return [
    {
      id: 'first',
      head: t('freight.first'),
      cell: ({ firstGrams, firstFen }) =>
        t('freight.weightFor', { weight: formatWeight(firstGrams, language), amount: formatYuan(fen(firstFen)) }),
    },
    {
      id: 'step',
      head: t('freight.step'),
      cell: ({ stepGrams, stepFen }) =>
        t('freight.stepFor', { weight: formatWeight(stepGrams, language), amount: formatYuan(fen(stepFen)) }),
    },
    {
      id: 'free',
      head: t('freight.freeFrom'),
      cell: ({ freeFromFen }) => (freeFromFen === null ? t('freight.never') : formatYuan(fen(freeFromFen))),
    },
    {
      id: 'fresh',
      head: t('freight.fresh'),
      cell: ({ shipsPerishable }) => t(shipsPerishable ? 'freight.takesFresh' : 'freight.noFresh'),
    },
  ];
}
