import { useForm } from '@conform-to/react';
import type { HTMLAttributes } from 'react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import type { Sent } from '#app/request.server.ts';

export type PlainField = {
  name: string;
  label: string;
  help?: string;
  value?: string;
  maxLength?: number;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
};

type PlainFormProps = {
  id: string;
  fields: PlainField[];
  submit: string;
  sent?: Sent | undefined;
  /** Sent along unseen. */
  hidden?: Record<string, string>;
  danger?: boolean;
};

/** A form of a few lines of text and one button, that posts to its own page. */
export function PlainForm({ id, fields, submit, sent, hidden = {}, danger = false }: PlainFormProps) {
  const defaultValue = Object.fromEntries(fields.map(({ name, value }) => [name, value ?? '']));
  const [, typed] = useForm<Record<string, string>>({ id, lastResult: sent?.lastResult ?? null, defaultValue });
  const named = fields.flatMap((field) => {
    const of = typed[field.name];
    return of ? [{ ...field, of }] : [];
  });
  return (
    <form method="post" className="form" noValidate>
      <Refusal of={sent?.refusal} />
      <ErrorSummary fields={named.map(({ of, label }) => ({ field: of, label }))} />
      {named.map(({ name, of, label, help, inputMode, maxLength }) => (
        <Field
          key={name}
          of={of}
          label={label}
          help={help}
          inputMode={inputMode}
          maxLength={maxLength}
          autoComplete="off"
          required
        />
      ))}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={danger ? 'btn btn-danger' : 'btn'}>
        {submit}
      </button>
    </form>
  );
}
