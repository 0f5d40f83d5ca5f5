import { countyCodes } from '#app/components/map/counties.ts';
import { TileMap } from '#app/components/map/tile-map.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { OfficeHouseholdsView } from '#server/settlement/contract.ts';

/** A county whose figures are not this office's to see; a tile of it stays empty. */
const OUTSIDE = -1;

/** The ten counties with how many orders reached households of the office's area; its own counties are links. */
export function OfficeMap({ view }: { view: OfficeHouseholdsView }) {
  const t = useT();
  const isOwn = (code: string) =>
    view.areas.length === 0 || view.areas.some((area) => code.startsWith(area.code) || area.code.startsWith(code));
  const orders = new Map(view.counties.map((county) => [county.code, county.orders]));
  const values = Object.fromEntries(countyCodes.map((code) => [code, isOwn(code) ? (orders.get(code) ?? 0) : OUTSIDE]));
  const all = countyCodes.every(
    (code) => view.areas.length === 0 || view.areas.some((area) => code.startsWith(area.code)),
  );
  const current = countyCodes.find((code) => view.place?.code.startsWith(code)) ?? null;
  return (
    <TileMap
      label={t('workspaces.office.map')}
      values={values}
      formatValue={(value) =>
        value === OUTSIDE ? t('workspaces.office.outside') : t('workspaces.office.mapValue', { count: value })
      }
      current={current}
      {...(all ? { hrefOf: (code: string) => `/office?place=${code}` } : {})}
    />
  );
}
