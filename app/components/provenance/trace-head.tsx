import { TileMap } from '#app/components/map/tile-map.tsx';
import { Picture } from '#app/components/shop/picture.tsx';
import { Seal } from '#app/components/shop/seal.tsx';
import { formatDay, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { TraceView } from '#server/channels/ecommerce/contract.ts';
import { harvestVerb } from './wording.ts';

/** The day it was brought in, larger than anything else; what it is; and whose. */
export function TraceHead({ lot }: { lot: TraceView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  return (
    <header className="trace-head">
      <div className="trace-picture">
        <Picture of={{ family: lot.produce.family, seed: lot.lotCode }} alt="" eager />
        <Seal characters={t('provenance.trace.seal')} label={t('provenance.trace.sealLabel')} />
      </div>
      <div>
        <h1>
          <span className="trace-year">
            {t('provenance.trace.year', {
              verb: harvestVerb(t, lot.produce.family),
              year: lot.harvestedOn.slice(0, 4),
            })}
          </span>
          <time className="trace-day" dateTime={lot.harvestedOn}>
            {formatDay(lot.harvestedOn, language)}
          </time>
          <span className="trace-produce">{text(lot.produce.name)}</span>
        </h1>
        <p className="trace-from">
          <TraceOrigin lot={lot} />
        </p>
        <p className="quiet small">{t('provenance.trace.lot', { code: lot.lotCode })}</p>
      </div>
      <TileMap
        label={t('provenance.trace.mapLabel', { county: text(lot.county.name) })}
        hrefOf={(code) => `/counties/${code}`}
        current={lot.county.code}
      />
    </header>
  );
}

function TraceOrigin({ lot }: { lot: TraceView }) {
  const t = useT();
  const text = useText();
  const villages = new Set(lot.households.map(({ village }) => village.code));
  const [first] = lot.households;
  const county = text(lot.county.name);
  const households = lot.households.length;
  return villages.size === 1 && first
    ? t('provenance.trace.fromOne', { county, village: text(first.village.name), households })
    : t('provenance.trace.from', { county, villages: villages.size, households });
}
