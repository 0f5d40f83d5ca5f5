import { formatWeight, useLanguage, useT } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';

type CatchWeightProps = { leastGrams: number; mostGrams: number; pricePerJin?: number };

/** Says plainly how goods sold by weight are paid: `约 900–1,100 g，先按 1,100 g 收，称完少的退给你`. */
export function CatchWeight({ leastGrams, mostGrams, pricePerJin }: CatchWeightProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <p className="quiet small">
      {t('promotions.weighed.detail', {
        least: formatWeight(leastGrams, language),
        most: formatWeight(mostGrams, language),
      })}
      {pricePerJin === undefined ? '' : ` ${t('promotions.weighed.price', { price: formatYuan(pricePerJin) })}`}
    </p>
  );
}
