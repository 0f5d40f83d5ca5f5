import { useT, useText } from '#app/i18n/index.tsx';
import type { CountyView } from '#server/channels/ecommerce/contract.ts';
import { townshipAnchor } from './place-crumbs.tsx';

/** The villages of a county that sell, by township. */
export function CountyVillages({ villages }: { villages: CountyView['villages'] }) {
  const t = useT();
  const text = useText();
  const townships = [...new Set(villages.map(({ code }) => townshipAnchor(code)))];
  return (
    <div className="townships">
      {townships.map((anchor) => {
        const inside = villages.filter(({ code }) => townshipAnchor(code) === anchor);
        return (
          <section key={anchor} id={anchor}>
            <h3>{inside[0] ? text(inside[0].township) : null}</h3>
            <ul>
              {inside.map((village) => (
                <li key={village.code}>
                  <a href={`/villages/${village.code}`}>{text(village.name)}</a>
                  <span className="quiet small">
                    {t('provenance.county.householdCount', { count: village.households })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
