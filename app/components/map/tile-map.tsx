import type { CSSProperties } from 'react';
import { useT } from '#app/i18n/index.tsx';
import { type CountyCode, tileOrder, tilePlaces } from './counties.ts';

type TileMapProps = {
  label: string;
  /** Makes every tile a link, such as a filter of the shop. */
  hrefOf?: (code: CountyCode) => string;
  /** The chosen county, or the one a trace leads to. */
  current?: string | null;
  /** Makes it a heat map: a number a county, and how to say it. */
  values?: Partial<Record<string, number>>;
  formatValue?: (value: number) => string;
  compact?: boolean;
};

/** The ten county units as tiles in their true neighbourhood; without CSS a plain list. */
export function TileMap({ label, hrefOf, current, values, formatValue = String, compact = false }: TileMapProps) {
  const t = useT();
  const highest = Math.max(1, ...Object.values(values ?? {}).map((value) => value ?? 0));
  return (
    <ul className={compact ? 'tilemap tilemap-compact' : 'tilemap'} aria-label={label}>
      {tileOrder.map((code) => {
        const [row, column] = tilePlaces[code];
        const value = values?.[code];
        const style = { '--row': row, '--column': column, '--heat': (value ?? 0) / highest } as CSSProperties;
        const words = (
          <>
            <b>{t(`components.counties.${code}`)}</b>
            {values ? <span>{formatValue(value ?? 0)}</span> : null}
          </>
        );
        const here = current === code ? 'true' : undefined;
        return (
          <li key={code} style={style}>
            {hrefOf ? (
              <a className="tile" href={hrefOf(code)} aria-current={here}>
                {words}
              </a>
            ) : (
              <div className="tile" aria-current={here}>
                {words}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
