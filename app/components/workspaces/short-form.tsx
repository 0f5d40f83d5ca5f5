import { useForm } from '@conform-to/react';
import { Chips } from '#app/components/form/chips.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field, Select } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import { type PackingLineView, type ReportShort, shortReasons } from '#server/fulfilment/contract.ts';

type ShortFormProps = { lines: PackingLineView[]; formKey: string; sent?: Sent | undefined };

/** Which goods of a parcel cannot be sent, how many of them, and why. */
export function ShortForm({ lines, formKey, sent }: ShortFormProps) {
  const t = useT();
  const text = useText();
  const [form, { line, count, reason, key }] = useForm<ReportShort>({
    id: 'short',
    lastResult: sent?.lastResult ?? null,
    defaultValue: { line: lines[0]?.line, count: 1, key: formKey },
  });
  const labels = {
    line: t('fulfilment.short.line'),
    count: t('fulfilment.short.count'),
    reason: t('fulfilment.short.reason'),
  };
  return (
    <form method="post" id={form.id} className="form" noValidate>
      <Refusal of={sent?.refusal} />
      <ErrorSummary
        fields={[
          { field: line, label: labels.line },
          { field: count, label: labels.count },
          { field: reason, label: labels.reason },
        ]}
      />
      <Select
        of={line}
        label={labels.line}
        options={lines.map((option) => ({
          value: String(option.line),
          label: t('fulfilment.short.option', {
            product: text(option.productName),
            pack: text(option.packName),
            left: option.toSend,
          }),
        }))}
        required
      />
      <Field of={count} label={labels.count} type="number" inputMode="numeric" min={1} required />
      <Chips
        of={reason}
        legend={labels.reason}
        chips={shortReasons.map((code) => ({ value: code, label: t(`fulfilment.short.reasons.${code}`) }))}
      />
      <input type="hidden" name={key.name} value={String(key.initialValue ?? formKey)} />
      <button type="submit" className="btn btn-danger btn-wide">
        {t('fulfilment.short.submit')}
      </button>
    </form>
  );
}
