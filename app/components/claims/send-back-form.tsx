import { useForm } from '@conform-to/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field, Select } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import { couriers } from '#server/orders/contract.ts';

/** Courier and number of goods that travel back. */
export function SendBackForm({ sent }: { sent?: Sent | undefined }) {
  const t = useT();
  const [, { courier, trackingNumber }] = useForm<{ courier: string; trackingNumber: string }>({
    id: 'return',
    lastResult: sent?.lastResult ?? null,
  });
  const labels = { courier: t('claims.buyer.courier'), number: t('claims.buyer.number') };
  return (
    <form method="post" className="form" noValidate>
      <Refusal of={sent?.refusal} />
      <ErrorSummary
        fields={[
          { field: courier, label: labels.courier },
          { field: trackingNumber, label: labels.number },
        ]}
      />
      <Select
        of={courier}
        label={labels.courier}
        placeholder={t('claims.form.choose')}
        options={couriers.map((code) => ({ value: code, label: t(`orders.couriers.${code}`) }))}
        required
      />
      <Field of={trackingNumber} label={labels.number} autoComplete="off" spellCheck={false} maxLength={40} />
      <button type="submit" className="btn btn-wide">
        {t('claims.buyer.sendBackSubmit')}
      </button>
    </form>
  );
}
