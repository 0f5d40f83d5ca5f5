import { useT } from '#app/i18n/index.tsx';

type QuantityStepperProps = {
  name: string;
  label: string;
  value?: number;
  min?: number;
  max?: number;
  id?: string;
  /** The id of the form it belongs to, where it stands outside of it. */
  form?: string;
};

/** A number field; the script adds − and + that a thumb can hit. */
export function QuantityStepper({ name, label, value = 1, min = 1, max = 999, id = name, form }: QuantityStepperProps) {
  const t = useT();
  return (
    <div className="stepper" data-stepper="">
      <button type="button" data-step="-1" aria-label={t('components.stepper.less')} hidden>
        −
      </button>
      <input
        id={id}
        name={name}
        form={form}
        type="number"
        inputMode="numeric"
        aria-label={label}
        defaultValue={value}
        min={min}
        max={max}
        required
      />
      <button type="button" data-step="1" aria-label={t('components.stepper.more')} hidden>
        +
      </button>
    </div>
  );
}
