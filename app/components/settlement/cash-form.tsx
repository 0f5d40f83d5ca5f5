import { useForm } from '@conform-to/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field } from '#app/components/form/field.tsx';
import { FieldErrors } from '#app/components/form/field-errors.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';

const ACCEPT = 'image/jpeg,image/png,image/webp';

/** Money handed over: who watched, and the photo of it. On a phone the camera opens by itself. */
export function CashForm({ sent }: { sent?: Sent | undefined }) {
  const t = useT();
  const [, { firstWitness, secondWitness, photo: typed }] = useForm<{
    firstWitness: string;
    secondWitness: string;
    photo: File[];
  }>({ id: 'cash', lastResult: sent?.lastResult ?? null });
  const wrong = Object.entries(sent?.lastResult.error ?? {}).filter(([name]) => /^photo(\[|$)/.test(name));
  const errors = [...new Set(wrong.flatMap(([, codes]) => codes ?? []))];
  const photo = { id: typed.id, name: 'photo', errors };
  const described = ['photo-help', ...(errors.length > 0 ? [`${photo.id}-error`] : [])].join(' ');
  return (
    <form method="post" encType="multipart/form-data" className="form" noValidate>
      <Refusal of={sent?.refusal} />
      <ErrorSummary
        fields={[
          { field: firstWitness, label: t('settlement.cash.first') },
          { field: secondWitness, label: t('settlement.cash.second') },
          { field: photo, label: t('settlement.cash.photo') },
        ]}
      />
      <Field of={firstWitness} label={t('settlement.cash.first')} maxLength={40} autoComplete="off" required />
      <Field
        of={secondWitness}
        label={t('settlement.cash.second')}
        help={t('settlement.cash.secondHelp')}
        maxLength={40}
        autoComplete="off"
        required
      />
      <div className="field">
        <label htmlFor={photo.id}>{t('settlement.cash.photo')}</label>
        <input
          id={photo.id}
          type="file"
          name="photo"
          accept={ACCEPT}
          aria-describedby={described}
          aria-invalid={errors.length > 0 ? true : undefined}
        />
        <p className="field-help" id="photo-help">
          {t('settlement.cash.photoHelp')} {sent ? t('settlement.cash.photoAgain') : null}
        </p>
        <FieldErrors of={photo} />
      </div>
      <button type="submit" className="btn btn-large btn-wide">
        {t('settlement.cash.submit')}
      </button>
    </form>
  );
}
