import { useT } from '#app/i18n/index.tsx';
import { explainError } from './explain.ts';
import type { FieldOf } from './field-errors.tsx';

type Named = { field: FieldOf; label: string };

/** Everything that is wrong, at the top of a form, each a link to its field. Focus is moved here. */
export function ErrorSummary({ fields, errors = [] }: { fields: Named[]; errors?: string[] | undefined }) {
  const t = useT();
  const wrong = fields.filter(({ field }) => field.errors?.length);
  if (wrong.length + errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: after a refused form the reader must land on what is wrong, also without a script.
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus data-focus="">
      <h2>{t('components.form.summary', { count: wrong.length + errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error}>{explainError(t, error)}</li>
        ))}
        {wrong.map(({ field, label }) => (
          <li key={field.id}>
            <a href={`#${field.id}`}>
              {t('components.form.wrong', {
                label,
                reason: (field.errors ?? []).map((error) => explainError(t, error)).join(' '),
              })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
