import { useT, useText } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { DiscountView } from '#server/promotions/contract.ts';

/** What promotions take off, each with who bears it, as rows of a list of totals. */
export function DiscountRows({ discounts }: { discounts: readonly DiscountView[] }) {
  const name = useDiscountName();
  return discounts.map((discount) => (
    <div key={discount.code}>
      <dt>{name(discount)}</dt>
      <dd>{formatYuan(-discount.fen)}</dd>
    </div>
  ));
}

/** The same under a line of goods. */
export function LineDiscounts({ discounts }: { discounts: readonly DiscountView[] }) {
  const name = useDiscountName();
  return discounts.map((discount) => (
    <p key={discount.code} className="row row-between quiet small">
      <span>{name(discount)}</span>
      <span>{formatYuan(-discount.fen)}</span>
    </p>
  ));
}

function useDiscountName(): (discount: DiscountView) => string {
  const t = useT();
  const text = useText();
  return ({ name, funder, funderName }) =>
    t('promotions.of', {
      name: text(name),
      funder: t(`promotions.funder.${funder}`, { name: funderName ? text(funderName) : '' }),
    });
}

/** Discounts of lines put together by promotion, in the order they were taken off. */
export function sumDiscounts(discounts: readonly DiscountView[]): DiscountView[] {
  const byCode = Map.groupBy(discounts, (discount) => discount.code);
  return [...byCode.values()].flatMap(([first, ...others]) =>
    first
      ? [{ ...first, fen: others.reduce((sum, other) => sum + other.fen, first.fen as number) as typeof first.fen }]
      : [],
  );
}
