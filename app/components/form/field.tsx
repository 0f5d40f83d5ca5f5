import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { useT } from '#app/i18n/index.tsx';
import { FieldErrors, type FieldOf } from './field-errors.tsx';

type Described = { of: FieldOf; label: ReactNode; help?: ReactNode; optional?: boolean };

/** What every control of a field carries: its name, what was typed, and which sentences describe it. */
function controlProps({ of, help }: Pick<Described, 'of' | 'help'>) {
  const errorId = of.errorId ?? `${of.id}-error`;
  const helpId = of.descriptionId ?? `${of.id}-help`;
  const describedBy = [of.errors?.length ? errorId : null, help ? helpId : null].filter(Boolean).join(' ');
  return {
    id: of.id,
    name: of.name,
    defaultValue: typeof of.initialValue === 'string' || typeof of.initialValue === 'number' ? of.initialValue : '',
    'aria-invalid': of.errors?.length ? true : undefined,
    'aria-describedby': describedBy || undefined,
  } as const;
}

/** Label above, control, help below, what is wrong beside it. */
function Frame({ of, label, help, optional, children }: Described & { children: ReactNode }) {
  const t = useT();
  return (
    <div className="field">
      <label htmlFor={of.id}>
        {label} {optional ? <span className="quiet small">{t('components.form.optional')}</span> : null}
      </label>
      {children}
      {help ? (
        <p className="field-help" id={of.descriptionId ?? `${of.id}-help`}>
          {help}
        </p>
      ) : null}
      <FieldErrors of={of} />
    </div>
  );
}

type FieldProps = Described & { unit?: string } & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name'>;

/** A one-line field. `of` is a conform field, or `{ id, name, errors?, initialValue? }`. */
export function Field({ of, label, help, optional = false, unit, ...input }: FieldProps) {
  return (
    <Frame of={of} label={label} help={help} optional={optional}>
      {unit ? (
        <span className="with-unit">
          <input {...controlProps({ of, help })} {...input} />
          <span aria-hidden="true">{unit}</span>
        </span>
      ) : (
        <input {...controlProps({ of, help })} {...input} />
      )}
    </Frame>
  );
}

type TextAreaProps = Described & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'name'>;

export function TextArea({ of, label, help, optional = false, ...area }: TextAreaProps) {
  return (
    <Frame of={of} label={label} help={help} optional={optional}>
      <textarea rows={4} {...controlProps({ of, help })} {...area} />
    </Frame>
  );
}

export type Option = { value: string; label: string; disabled?: boolean };
type SelectProps = Described & { options: Option[]; placeholder?: string } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    'id' | 'name'
  >;

/** A choice of many; of few, take Chips. */
export function Select({ of, label, help, optional = false, options, placeholder, ...select }: SelectProps) {
  return (
    <Frame of={of} label={label} help={help} optional={optional}>
      <select {...controlProps({ of, help })} {...select}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

type CheckProps = Described & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name' | 'type'>;

/** One thing to tick, with its sentence beside it. */
export function Check({ of, label, help, optional: _optional, value = 'on', ...input }: CheckProps) {
  const { defaultValue: _ticked, ...described } = controlProps({ of, help });
  return (
    <div className="field">
      <label className="check">
        <input type="checkbox" value={value} defaultChecked={of.initialValue === value} {...described} {...input} />
        <span>{label}</span>
      </label>
      {help ? (
        <p className="field-help" id={of.descriptionId ?? `${of.id}-help`}>
          {help}
        </p>
      ) : null}
      <FieldErrors of={of} />
    </div>
  );
}
