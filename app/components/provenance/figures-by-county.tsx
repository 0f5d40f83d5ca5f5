import { TileMap } from '#app/components/map/tile-map.tsx';
import { Table } from '#app/components/office/table.tsx';
import { formatCount, useT, useText } from '#app/i18n/index.tsx';
import type { FiguresView } from '#server/channels/ecommerce/contract.ts';
import { wholeYuan, yuan } from './wording.ts';

/** To which counties the money went: as a map, and beside it as a table for who reads numbers. */
export function FiguresByCounty({ counties, households }: Pick<FiguresView, 'counties' | 'households'>) {
  const t = useT();
  const text = useText();
  const sum = counties.reduce((total, county) => total + county.household, 0);
  return (
    <section className="section">
      <h2 className="section-title">{t('provenance.figures.map')}</h2>
      <div className="books-counties">
        <div className="stack">
          <p className="quiet">{t('provenance.figures.mapLead')}</p>
          <TileMap
            label={t('provenance.figures.mapLabel')}
            hrefOf={(code) => `/counties/${code}`}
            values={Object.fromEntries(counties.map((county) => [county.code, county.household]))}
            formatValue={wholeYuan}
          />
        </div>
        <Table
          caption={t('provenance.figures.mapLabel')}
          captionHidden
          rows={counties.toSorted((a, b) => b.household - a.household)}
          keyOf={(county) => county.code}
          columns={[
            {
              id: 'county',
              head: t('provenance.figures.county'),
              heading: true,
              cell: (county) => <a href={`/counties/${county.code}`}>{text(county.name)}</a>,
              foot: t('provenance.figures.total'),
            },
            {
              id: 'household',
              head: t('provenance.figures.countyHousehold'),
              numeric: true,
              cell: (county) => yuan(county.household),
              foot: yuan(sum),
            },
            {
              id: 'households',
              head: t('provenance.figures.countyHouseholds'),
              numeric: true,
              cell: (county) => formatCount(county.households),
              foot: formatCount(households),
            },
          ]}
        />
      </div>
    </section>
  );
}
