import { countShown } from '#app/components/form/count-shown.ts';
import { Field } from '#app/components/form/field.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { OrderChangesView } from '#server/refunds/contract.ts';

type FewerPacksProps = {
  parcel: OrderChangesView['parcels'][number];
  /** What was sent and not taken. */
  typed?: Record<string, unknown> | null | undefined;
};

/** How many packs of each line of a parcel are still wanted. */
export function FewerPacks({ parcel, typed }: FewerPacksProps) {
  const t = useT();
  const text = useText();
  return (
    <section className="panel stack">
      <h2 className="cart-seller">{t('fulfilment.fewer.parcel', { seller: text(parcel.seller) })}</h2>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="parcel" value={parcel.number} />
        {parcel.lines.map(({ line, productName, packName, toSend, each }, index) => (
          <div key={line}>
            <input type="hidden" name={`lines[${index}].line`} value={line} />
            <Field
              of={{
                id: `keep-${line}`,
                name: `lines[${index}].count`,
                initialValue: countShown(typed, index, toSend),
              }}
              label={t('fulfilment.fewer.keep', { product: text(productName), pack: text(packName) })}
              help={t('fulfilment.fewer.keepHelp', { left: toSend, each: formatYuan(each) })}
              type="number"
              inputMode="numeric"
              min={0}
              max={toSend}
              required
            />
          </div>
        ))}
        <button type="submit" className="btn">
          {t('fulfilment.fewer.submit')}
        </button>
      </form>
    </section>
  );
}
