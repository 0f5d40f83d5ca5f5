import { useForm } from '@conform-to/react';
import { Chips } from '#app/components/form/chips.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field, Select, TextArea } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';

type Typed = { outcome: string; adjustment: string; bearer: string; reason: string };

/** How an objection ends, by how much, and the words the household reads. */
export function ResolveForm({ sent }: { sent?: Sent | undefined }) {
  const t = useT();
  const [, { outcome, adjustment, bearer, reason }] = useForm<Typed>({
    id: 'resolve',
    lastResult: sent?.lastResult ?? null,
    defaultValue: { bearer: 'seller' },
  });
  const labels = {
    outcome: t('settlement.objection.outcome'),
    adjustment: t('settlement.objection.adjustment'),
    bearer: t('settlement.objection.bearer'),
    reason: t('settlement.objection.reason'),
  };
  return (
    <form method="post" className="form" noValidate>
      <Refusal of={sent?.refusal} />
      <ErrorSummary
        fields={[
          { field: outcome, label: labels.outcome },
          { field: adjustment, label: labels.adjustment },
          { field: bearer, label: labels.bearer },
          { field: reason, label: labels.reason },
        ]}
      />
      <Chips
        of={outcome}
        legend={labels.outcome}
        chips={(['kept', 'corrected'] as const).map((value) => ({
          value,
          label: t(`settlement.objection.outcomes.${value}`),
          detail: t(`settlement.objection.${value}Detail`),
        }))}
      />
      <Field
        of={adjustment}
        label={labels.adjustment}
        help={t('settlement.objection.adjustmentHelp')}
        inputMode="decimal"
        autoComplete="off"
        optional
      />
      <Select
        of={bearer}
        label={labels.bearer}
        help={t('settlement.objection.bearerHelp')}
        options={(['seller', 'platform'] as const).map((value) => ({
          value,
          label: t(`settlement.objection.bearers.${value}`),
        }))}
      />
      <TextArea
        of={reason}
        label={labels.reason}
        help={t('settlement.objection.reasonHelp')}
        maxLength={500}
        required
      />
      <button type="submit" className="btn">
        {t('settlement.objection.submit')}
      </button>
    </form>
  );
}
