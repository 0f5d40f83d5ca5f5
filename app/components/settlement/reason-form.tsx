import { useForm } from '@conform-to/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { TextArea } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import type { Sent } from '#app/request.server.ts';

type ReasonFormProps = { label: string; submit: string; sent?: Sent | undefined; danger?: boolean };

/** A step that needs nothing but why. */
export function ReasonForm({ label, submit, sent, danger = false }: ReasonFormProps) {
  const [, { reason }] = useForm<{ reason: string }>({ id: 'reason', lastResult: sent?.lastResult ?? null });
  return (
    <form method="post" className="form" noValidate>
      <Refusal of={sent?.refusal} />
      <ErrorSummary fields={[{ field: reason, label }]} />
      <TextArea of={reason} label={label} maxLength={300} required />
      <button type="submit" className={danger ? 'btn btn-danger' : 'btn'}>
        {submit}
      </button>
    </form>
  );
}
