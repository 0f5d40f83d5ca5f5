import { useForm } from '@conform-to/react';
import { Chips } from '#app/components/form/chips.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { explainRefusal } from '#app/components/form/explain.ts';
import { Field, Select, TextArea } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import { type ClaimFormView, claimReasons } from '#server/after-sales/contract.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { PhotosField, photoErrors } from './photos-field.tsx';

type Typed = {
  kind: string;
  reason: string;
  words: string;
  lines: { line: string; count: string; amount: string }[];
};

/** What is wrong with which goods, in words and pictures. Works without a script; only the pictures must be chosen again. */
export function ClaimForm({ parcel, sent }: { parcel: ClaimFormView; sent?: Sent | undefined }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const [, fields] = useForm<Typed>({
    id: 'claim',
    lastResult: sent?.lastResult ?? null,
    defaultValue: { lines: parcel.lines.map(({ line }) => ({ line: String(line), count: '', amount: '' })) },
  });
  const whenOpen = ({ until, refusal }: ClaimFormView['kinds'][number]) => {
    if (refusal) return explainRefusal(t, refusal);
    return until ? t('claims.form.until', { time: formatMoment(until, language) }) : t('claims.form.open');
  };
  const photos = { id: 'photos', name: 'photos', errors: photoErrors(sent) };
  return (
    <form method="post" encType="multipart/form-data" className="form claim-form" noValidate>
      <Refusal of={sent?.refusal} />
      <ErrorSummary
        fields={[
          { field: fields.kind, label: t('claims.form.kind') },
          { field: fields.reason, label: t('claims.form.reason') },
          { field: fields.words, label: t('claims.form.words') },
          { field: photos, label: t('claims.form.photos') },
        ]}
      />
      <Chips
        of={fields.kind}
        legend={t('claims.form.kind')}
        chips={parcel.kinds.map((opening) => ({
          value: opening.kind,
          label: t(`claims.kinds.${opening.kind}`),
          detail: whenOpen(opening),
          disabled: opening.refusal !== null,
        }))}
      />
      <Select
        of={fields.reason}
        label={t('claims.form.reason')}
        placeholder={t('claims.form.choose')}
        options={claimReasons.map((reason) => ({ value: reason, label: t(`claims.reasons.${reason}`) }))}
        required
      />
      <h2>{t('claims.form.lines')}</h2>
      {parcel.lines.map((line, index) => {
        const item = fields.lines.getFieldList()[index]?.getFieldset();
        const place = `lines[${index}]`;
        const count = item?.count ?? { id: `${place}.count`, name: `${place}.count` };
        const amount = item?.amount ?? { id: `${place}.amount`, name: `${place}.amount` };
        const goods = { product: text(line.productName), pack: text(line.packName) };
        return (
          <fieldset key={line.line} className="field claim-line">
            <legend>{t('claims.form.line', { ...goods, count: line.count, left: formatYuan(line.left) })}</legend>
            <input type="hidden" name={`${place}.line`} value={line.line} />
            <Field of={count} label={t('claims.form.count')} inputMode="numeric" autoComplete="off" />
            <Field
              of={amount}
              label={t('claims.form.amount')}
              help={t('claims.form.amountHelp')}
              unit={t('claims.form.yuan')}
              inputMode="decimal"
              autoComplete="off"
              optional
            />
          </fieldset>
        );
      })}
      <TextArea of={fields.words} label={t('claims.form.words')} help={t('claims.form.wordsHelp')} required />
      <PhotosField sent={sent} />
      <button type="submit" className="btn btn-large btn-wide">
        {t('claims.form.submit')}
      </button>
    </form>
  );
}
