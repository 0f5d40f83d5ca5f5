import { useForm } from '@conform-to/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { TextArea } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import type { Sent } from '#app/request.server.ts';
import { PhotosField, photoErrors } from './photos-field.tsx';

type WordsFormProps = { label: string; submit: string; sent?: Sent | undefined; photos?: string; danger?: boolean };

/** One step of a claim that needs words and, where `photos` names them, may have pictures. */
export function WordsForm({ label, submit, sent, photos, danger = false }: WordsFormProps) {
  const [, { words }] = useForm<{ words: string }>({ id: 'words', lastResult: sent?.lastResult ?? null });
  const pictures = photos
    ? [{ field: { id: 'photos', name: 'photos', errors: photoErrors(sent) }, label: photos }]
    : [];
  return (
    <form method="post" encType={photos ? 'multipart/form-data' : undefined} className="form" noValidate>
      <Refusal of={sent?.refusal} />
      <ErrorSummary fields={[{ field: words, label }, ...pictures]} />
      <TextArea of={words} label={label} required />
      {photos ? <PhotosField sent={sent} /> : null}
      <button type="submit" className={danger ? 'btn btn-danger btn-wide' : 'btn btn-wide'}>
        {submit}
      </button>
    </form>
  );
}
