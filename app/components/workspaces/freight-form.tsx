import { useForm } from '@conform-to/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Check, Field } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import type { ZoneFreight } from '#server/catalog/contract.ts';

type Typed = Record<
  'from' | 'firstGrams' | 'firstFen' | 'stepGrams' | 'stepFen' | 'freeFromFen' | 'shipsPerishable',
  string
>;

/** Another rate for a zone from a day on, begun with what holds now. */
export function FreightForm({ of, tomorrow, sent }: { of: ZoneFreight; tomorrow: string; sent?: Sent | undefined }) {
  const t = useT();
  const { now, zone } = of;
  const [, fields] = useForm<Typed>({
    id: 'freight',
    lastResult: sent?.lastResult ?? null,
    defaultValue: {
      from: tomorrow,
      firstGrams: String(now.firstGrams),
      firstFen: yuan(now.firstFen),
      stepGrams: String(now.stepGrams),
      stepFen: yuan(now.stepFen),
      freeFromFen: now.freeFromFen === null ? '' : yuan(now.freeFromFen),
      shipsPerishable: now.shipsPerishable ? 'on' : '',
    },
  });
  const numbers = [
    { name: 'firstGrams', inputMode: 'numeric' },
    { name: 'firstFen', inputMode: 'decimal' },
    { name: 'stepGrams', inputMode: 'numeric' },
    { name: 'stepFen', inputMode: 'decimal', help: t('freight.form.stepHelp') },
    { name: 'freeFromFen', inputMode: 'decimal', help: t('freight.form.freeHelp'), optional: true },
  ] as const;
  return (
    <form method="post" action={`/coop/freight?zone=${zone}`} className="form" noValidate>
      <Refusal of={sent?.refusal} />
      <ErrorSummary
        fields={(['from', ...numbers.map(({ name }) => name)] as const).map((name) => ({
          field: fields[name],
          label: t(`freight.form.${name}`),
        }))}
      />
      <input type="hidden" name="zone" value={zone} />
      <Field
        of={fields.from}
        label={t('freight.form.from')}
        help={t('freight.form.fromHelp')}
        type="date"
        min={tomorrow}
        required
      />
      {numbers.map(({ name, ...field }) => (
        <Field
          key={name}
          of={fields[name]}
          label={t(`freight.form.${name}`)}
          autoComplete="off"
          required={!('optional' in field)}
          {...field}
        />
      ))}
      <Check of={fields.shipsPerishable} label={t('freight.form.shipsPerishable')} />
      <button type="submit" className="btn btn-wide">
        {t('freight.form.submit')}
      </button>
    </form>
  );
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2);
}
