import type { CSSProperties } from 'react';
import { useT } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import { type DaohuParts, daohuOrder, daohuPercent, daohuStops, daohuTotal } from './daohu-parts.ts';

/**
 * The 到户 bar: one price, split into household, cooperative, packing, freight and platform, with yuan and percent in
 * words under it. Parts of nothing are left out; the household's never is.
 */
export function DaohuBar({ parts, title }: { parts: DaohuParts; title?: string }) {
  const t = useT();
  const percent = daohuPercent(parts);
  const shown = daohuOrder.filter((part) => part === 'household' || parts[part] !== 0);
  const total = formatYuan(daohuTotal(parts));
  return (
    <figure className="daohu">
      <figcaption className="daohu-title">
        <strong>{title ?? t('components.daohu.title', { amount: formatYuan(parts.household) })}</strong>
        <span className="quiet small">{t('components.daohu.of', { total, percent: percent.household })}</span>
      </figcaption>
      <div className="daohu-bar" aria-hidden="true">
        {shown.map((part) =>
          parts[part] > 0 ? <span key={part} className={`part-${part}`} style={{ flexGrow: parts[part] }} /> : null,
        )}
      </div>
      <dl className="daohu-parts">
        {shown.map((part) => (
          <div key={part}>
            <span className={`part-${part}`} aria-hidden="true" />
            <dt>{t(`components.daohu.${part}`)}</dt>
            <dd>{formatYuan(parts[part])}</dd>
            <dd>{t('components.daohu.percent', { percent: percent[part] })}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}

/** The small form, on a card or a row: the same bar as a thin line over `到户 ¥31.50`. */
export function DaohuLine({ parts }: { parts: DaohuParts }) {
  const t = useT();
  return (
    <span className="daohu-line" style={daohuStops(parts) as CSSProperties}>
      {t('components.daohu.title', { amount: formatYuan(parts.household) })}
    </span>
  );
}
