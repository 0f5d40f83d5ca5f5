import { useT } from '#app/i18n/index.tsx';
import { explainError } from './explain.ts';

/** What a form piece needs to know of its field; a field of @conform-to/react is one. */
export type FieldOf = {
  id: string;
  name: string;
  errorId?: string;
  descriptionId?: string;
  errors?: string[] | undefined;
  initialValue?: unknown;
  required?: boolean | undefined;
};

/** What is wrong with one field, said beside it. */
export function FieldErrors({ of }: { of: Pick<FieldOf, 'id' | 'errorId' | 'errors'> }) {
  const t = useT();
  if (!of.errors?.length) return null;
  return (
    <p className="field-error" id={of.errorId ?? `${of.id}-error`}>
      {of.errors.map((error) => explainError(t, error)).join(' ')}
    </p>
  );
}
