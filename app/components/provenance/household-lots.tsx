import { Picture } from '#app/components/shop/picture.tsx';
import { formatDate, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { HouseholdView } from '#server/channels/ecommerce/contract.ts';
import { harvestVerb, useQuantity } from './wording.ts';

type Lot = HouseholdView['lots'][number];

/** The lots a household has a part in, newest first; each leads to its proof and shows the drawing it has there. */
export function HouseholdLots({ of: { lots, produces } }: { of: HouseholdView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const quantity = useQuantity();
  const familyOf = (lot: Lot) => produces.find(({ name }) => name['zh-CN'] === lot.produce['zh-CN'])?.family ?? '';
  return (
    <ul className="lots">
      {lots.map((lot) => {
        const family = familyOf(lot);
        const received = quantity(lot.received, lot.baseUnit, family);
        const left = quantity(lot.left, lot.baseUnit, family);
        const day = formatDate(lot.harvestedOn, language);
        return (
          <li key={lot.code}>
            <a href={`/trace/${lot.code}`}>
              <Picture of={{ family, seed: lot.code }} alt="" size={72} />
              <span>
                <b>{text(lot.produce)}</b>
                <span>{t('provenance.household.lot', { verb: harvestVerb(t, family), day })}</span>
                <small>
                  {lot.left > 0
                    ? t('provenance.household.received', { received, left })
                    : t('provenance.household.soldOut', { received })}
                </small>
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
