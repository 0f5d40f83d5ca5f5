import type { ReactNode } from 'react';
import { FieldErrors, type FieldOf } from './field-errors.tsx';

export type Chip = { value: string; label: ReactNode; detail?: ReactNode; disabled?: boolean };
type ChipsProps = { of: FieldOf; legend: string; chips: Chip[]; many?: boolean; value?: string | string[] };

/** A choice of few as large chips: radios, or boxes where several may be taken. */
export function Chips({ of, legend, chips, many = false, value }: ChipsProps) {
  const chosen = new Set([value ?? of.initialValue ?? []].flat());
  return (
    <fieldset className="field" aria-describedby={of.errors?.length ? (of.errorId ?? `${of.id}-error`) : undefined}>
      <legend>{legend}</legend>
      <div className="chips">
        {chips.map((chip, index) => (
          <label className="chip" key={chip.value}>
            <input
              type={many ? 'checkbox' : 'radio'}
              id={index === 0 ? of.id : undefined}
              name={of.name}
              value={chip.value}
              defaultChecked={chosen.has(chip.value)}
              disabled={chip.disabled}
            />
            <span>
              {chip.label}
              {chip.detail ? <small>{chip.detail}</small> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldErrors of={of} />
    </fieldset>
  );
}
