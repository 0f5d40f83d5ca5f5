import { useForm } from '@conform-to/react';
import { FieldErrors } from '#app/components/form/field-errors.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';

/** Takes in what the bank says became of a run. */
export function ResultsForm({ sent }: { sent?: Sent | undefined }) {
  const t = useT();
  const [, { file }] = useForm<{ file: File }>({ id: 'results', lastResult: sent?.lastResult ?? null });
  return (
    <form method="post" encType="multipart/form-data" className="form panel stack">
      <h2>{t('settlement.payout.results')}</h2>
      <Refusal of={sent?.refusal} />
      <div className="field">
        <label htmlFor={file.id}>{t('settlement.payout.resultsFile')}</label>
        <input id={file.id} type="file" name="file" accept=".csv,.txt,.xlsx" required aria-describedby="results-help" />
        <p className="field-help" id="results-help">
          {t('settlement.payout.resultsLead')}
        </p>
        <FieldErrors of={{ id: file.id, errors: file.errors }} />
      </div>
      <button type="submit" className="btn">
        {t('settlement.payout.read')}
      </button>
    </form>
  );
}
