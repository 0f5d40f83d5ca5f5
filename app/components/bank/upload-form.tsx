import { useForm } from '@conform-to/react';
import { FieldErrors } from '#app/components/form/field-errors.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';

/** Takes a statement in, to be looked at. */
export function UploadForm({ sent }: { sent?: Sent | undefined }) {
  const t = useT();
  const [, { file }] = useForm<{ file: File }>({ id: 'upload', lastResult: sent?.lastResult ?? null });
  return (
    <form method="post" encType="multipart/form-data" className="form panel stack">
      <h2>{t('bank.desk.upload')}</h2>
      <Refusal of={sent?.refusal} />
      <div className="field">
        <label htmlFor={file.id}>{t('bank.desk.file')}</label>
        <input id={file.id} type="file" name="file" accept=".csv,.txt,.xlsx" required aria-describedby="file-help" />
        <p className="field-help" id="file-help">
          {t('bank.desk.fileHelp')}
        </p>
        <FieldErrors of={{ id: file.id, errors: file.errors }} />
      </div>
      <button type="submit" className="btn">
        {t('bank.desk.look')}
      </button>
    </form>
  );
}
