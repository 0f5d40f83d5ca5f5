import { useT } from '#app/i18n/index.tsx';
import { monthKey } from './months.ts';

const year = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The year as twelve ticks, those in season filled. */
export function SeasonMonths({ months }: { months: number[] }) {
  const t = useT();
  const names = months.map((month) => t(monthKey(month))).join(t('storefront.product.monthsJoin'));
  const words =
    months.length === 0 || months.length === year.length
      ? t('storefront.product.seasonAlways')
      : t('storefront.product.seasonMonths', { months: names });
  return (
    <figure className="season">
      <figcaption>{words}</figcaption>
      <div aria-hidden="true">
        {year.map((month) => (
          <span key={month} className={months.length === 0 || months.includes(month) ? 'ripe' : undefined}>
            {month}
          </span>
        ))}
      </div>
    </figure>
  );
}
