import { Field } from '#app/components/form/field.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { PackingLineView } from '#server/fulfilment/contract.ts';

type WeighFormProps = { line: PackingLineView; typed?: Record<string, unknown> | null | undefined };

/** What all packs of one line weigh together. `typed` is what was sent and not taken. */
export function WeighForm({ line, typed }: WeighFormProps) {
  const t = useT();
  const text = useText();
  const words = { product: text(line.productName), pack: text(line.packName), count: line.toSend };
  const again = String(typed?.line) === String(line.line) ? typed?.grams : undefined;
  return (
    <form method="post" className="panel form" noValidate>
      <input type="hidden" name="line" value={line.line} />
      <Field
        of={{ id: `grams-${line.line}`, name: 'grams', initialValue: again }}
        label={t('fulfilment.weigh.label', words)}
        help={t('fulfilment.weigh.help', { least: line.weight?.least ?? 0, most: line.weight?.most ?? 0 })}
        unit={t('fulfilment.weigh.unit')}
        inputMode="numeric"
        autoComplete="off"
        required
      />
      <button type="submit" className="btn">
        {t('fulfilment.weigh.submit')}
      </button>
    </form>
  );
}
