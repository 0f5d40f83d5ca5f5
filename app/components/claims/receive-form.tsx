import { useForm } from '@conform-to/react';
import { Chips } from '#app/components/form/chips.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';

/** How the goods of a return came back; it cannot be taken back, so nothing is chosen beforehand. */
export function ReceiveForm({ sent }: { sent?: Sent | undefined }) {
  const t = useT();
  const [, { condition }] = useForm<{ condition: string }>({ id: 'receive', lastResult: sent?.lastResult ?? null });
  return (
    <form method="post" className="form" noValidate>
      <Refusal of={sent?.refusal} />
      <ErrorSummary fields={[{ field: condition, label: t('claims.decide.condition') }]} />
      <Chips
        of={condition}
        legend={t('claims.decide.condition')}
        chips={(['resellable', 'spoiled'] as const).map((value) => ({ value, label: t(`claims.decide.${value}`) }))}
      />
      <button type="submit" className="btn btn-wide">
        {t('claims.decide.receiveSubmit')}
      </button>
    </form>
  );
}
