import { useT } from '#app/i18n/index.tsx';
import { formatYuan, multiplyRatio } from '#server/kernel/money.ts';
import { GRAMS_PER_JIN } from '#server/kernel/quantity.ts';

/** An amount as a figure; `large` is for the one price a page is about. */
export function Money({ fen, large = false }: { fen: number; large?: boolean }) {
  return <span className={large ? 'price price-large' : 'price'}>{formatYuan(fen)}</span>;
}

/** `¥39.90 / 斤`, of a price and the weight it is for. */
export function PricePerJin({ fen, grams }: { fen: number; grams: number }) {
  const t = useT();
  return <>{t('components.money.perJin', { price: formatYuan(multiplyRatio(fen, GRAMS_PER_JIN, grams)) })}</>;
}
