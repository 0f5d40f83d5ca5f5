import { useForm } from '@conform-to/react';
import { Chips } from '#app/components/form/chips.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field, Select } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import { deductionKinds } from '#server/dues/contract.ts';
import type { LocalizedText } from '#server/kernel/text.ts';

type DeductionFormProps = {
  /** With the cap of each: basis points of a statement. */
  sellers: { id: string; name: LocalizedText; cap: number }[];
  sent?: Sent | undefined;
};
type Typed = { seller: string; what: string; amount: string; note: string };

/** What a cooperative asks to keep, of what, and the words the household reads. */
export function DeductionForm({ sellers, sent }: DeductionFormProps) {
  const t = useT();
  const text = useText();
  const [, { seller, what, amount, note }] = useForm<Typed>({
    id: 'deduction',
    lastResult: sent?.lastResult ?? null,
    defaultValue: { seller: sellers[0]?.id ?? '' },
  });
  const labels = {
    seller: t('settlement.deduction.seller'),
    what: t('settlement.deduction.what'),
    amount: t('settlement.deduction.amount'),
    note: t('settlement.deduction.note'),
  };
  return (
    <form method="post" className="form" noValidate>
      <Refusal of={sent?.refusal} />
      <ErrorSummary
        fields={[
          { field: seller, label: labels.seller },
          { field: what, label: labels.what },
          { field: amount, label: labels.amount },
          { field: note, label: labels.note },
        ]}
      />
      <Select
        of={seller}
        label={labels.seller}
        help={t('settlement.deduction.capHelp')}
        options={sellers.map(({ id, name, cap }) => ({
          value: id,
          label: t('settlement.deduction.sellerCap', { name: text(name), cap: cap / 100 }),
        }))}
      />
      <Chips
        of={what}
        legend={labels.what}
        chips={deductionKinds.map((kind) => ({ value: kind, label: t(`settlement.deduction.kinds.${kind}`) }))}
      />
      <Field of={amount} label={labels.amount} inputMode="decimal" autoComplete="off" required />
      <Field
        of={note}
        label={labels.note}
        help={t('settlement.deduction.noteHelp')}
        maxLength={100}
        autoComplete="off"
        required
      />
      <button type="submit" className="btn">
        {t('settlement.deduction.submit')}
      </button>
    </form>
  );
}
