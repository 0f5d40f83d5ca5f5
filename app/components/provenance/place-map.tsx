import { TileMap } from '#app/components/map/tile-map.tsx';
import { useT } from '#app/i18n/index.tsx';

/** The ten counties with one lit, each leading to its page. */
export function PlaceMap({ title, current }: { title: string; current: string }) {
  const t = useT();
  return (
    <section>
      <h2 className="section-title">{title}</h2>
      <TileMap label={t('provenance.county.mapLabel')} hrefOf={(code) => `/counties/${code}`} current={current} />
    </section>
  );
}
