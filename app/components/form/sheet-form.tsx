import { useForm } from '@conform-to/react';
import { type MessageKey, useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import { FieldErrors } from './field-errors.tsx';
import { Refusal } from './refusal.tsx';

type Props = {
  id: string;
  /** Which file it is, what is read of it, and what the button says. */
  words: Record<'title' | 'file' | 'help' | 'submit', MessageKey>;
  sent?: Sent | undefined;
};

/** Takes a table in as a file: CSV or xlsx, of a bank or of an office. */
export function SheetForm({ id, words, sent }: Props) {
  const t = useT();
  const [, { file }] = useForm<{ file: File }>({ id, lastResult: sent?.lastResult ?? null });
  return (
    <form method="post" encType="multipart/form-data" className="form panel stack">
      <h2>{t(words.title)}</h2>
      <Refusal of={sent?.refusal} />
      <div className="field">
        <label htmlFor={file.id}>{t(words.file)}</label>
        <input id={file.id} type="file" name="file" accept=".csv,.txt,.xlsx" required aria-describedby={`${id}-help`} />
        <p className="field-help" id={`${id}-help`}>
          {t(words.help)}
        </p>
        <FieldErrors of={{ id: file.id, errors: file.errors }} />
      </div>
      <button type="submit" className="btn">
        {t(words.submit)}
      </button>
    </form>
  );
}
