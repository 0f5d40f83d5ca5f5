import { type FieldMetadata, useForm } from '@conform-to/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Check, Field, Select } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { type MessageKey, useT, useText } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import {
  type DraftPromotion,
  funderKinds,
  type PromotionListView,
  promotionKinds,
  promotionScopes,
} from '#server/promotions/contract.ts';

type Fields = { [Name in keyof DraftPromotion]-?: FieldMetadata<DraftPromotion[Name]> };

/** Writes a promotion down. A clerk's is of his seller; an administrator says who pays. */
export function PromotionForm({ sellers, sent }: { sellers: PromotionListView['sellers']; sent?: Sent | undefined }) {
  const t = useT();
  const [form, fields] = useForm<DraftPromotion>({ id: 'draft', lastResult: sent?.lastResult ?? null });
  const all = Object.entries(fields).filter(([name]) => name in labels) as [keyof typeof labels, FieldMetadata][];
  return (
    <form method="post" id={form.id} className="form" noValidate>
      <Refusal of={sent?.refusal} />
      <ErrorSummary fields={all.map(([name, field]) => ({ field, label: t(labels[name]) }))} />
      <Field of={fields.name} label={t(labels.name)} help={t('promotions.draft.nameHelp')} maxLength={60} required />
      <Field of={fields.nameEn} label={t(labels.nameEn)} maxLength={120} optional />
      <Field of={fields.code} label={t(labels.code)} help={t('promotions.draft.codeHelp')} maxLength={32} required />
      <Check of={fields.automatic} label={t('promotions.draft.automatic')} />
      <Payer fields={fields} sellers={sellers} />
      <Amounts fields={fields} />
      <Limits fields={fields} />
      <Check of={fields.stacks} label={t('promotions.draft.stacks')} />
      <button type="submit" className="btn btn-wide">
        {t('promotions.draft.submit')}
      </button>
    </form>
  );
}

const labels = {
  name: 'promotions.draft.name',
  nameEn: 'promotions.draft.nameEn',
  code: 'promotions.draft.code',
  funderKind: 'promotions.draft.funderKind',
  organization: 'promotions.draft.organization',
  kind: 'promotions.draft.kind',
  percent: 'promotions.draft.percent',
  amount: 'promotions.draft.amount',
  threshold: 'promotions.draft.threshold',
  scope: 'promotions.draft.scope',
  scopeCodes: 'promotions.draft.scopeCodes',
  orderCap: 'promotions.draft.orderCap',
  budget: 'promotions.draft.budget',
  usesMax: 'promotions.draft.usesMax',
  usesPerBuyer: 'promotions.draft.usesPerBuyer',
  from: 'promotions.draft.from',
  until: 'promotions.draft.until',
} as const satisfies Partial<Record<keyof DraftPromotion, MessageKey>>;

function Payer({ fields, sellers }: { fields: Fields; sellers: PromotionListView['sellers'] }) {
  const t = useT();
  const text = useText();
  if (sellers !== null) {
    return (
      <>
        <input type="hidden" name="funderKind" value="seller" />
        <Select
          of={fields.organization}
          label={t('promotions.draft.seller')}
          options={sellers.map(({ code, name }) => ({ value: code, label: text(name) }))}
        />
      </>
    );
  }
  const kinds = funderKinds.map((kind) => ({ value: kind, label: t(`promotions.draft.funders.${kind}`) }));
  return (
    <>
      <Select of={fields.funderKind} label={t(labels.funderKind)} options={kinds} />
      <Field
        of={fields.organization}
        label={t(labels.organization)}
        help={t('promotions.draft.organizationHelp')}
        maxLength={80}
        optional
      />
    </>
  );
}

function Amounts({ fields }: { fields: Fields }) {
  const t = useT();
  const yuan = { unit: t('promotions.draft.yuan'), inputMode: 'decimal', optional: true } as const;
  return (
    <>
      <Select
        of={fields.kind}
        label={t(labels.kind)}
        options={promotionKinds.map((kind) => ({ value: kind, label: t(`promotions.draft.kinds.${kind}`) }))}
      />
      <Field of={fields.percent} label={t(labels.percent)} unit="%" inputMode="numeric" optional />
      <Field of={fields.amount} label={t(labels.amount)} {...yuan} />
      <Field of={fields.threshold} label={t(labels.threshold)} {...yuan} />
      <Select
        of={fields.scope}
        label={t(labels.scope)}
        options={promotionScopes.map((scope) => ({ value: scope, label: t(`promotions.desk.scope.${scope}`) }))}
      />
      <Field
        of={{ ...plain(fields.scopeCodes), initialValue: String(fields.scopeCodes.initialValue ?? '') }}
        label={t(labels.scopeCodes)}
        help={t('promotions.draft.scopeCodesHelp')}
        optional
      />
    </>
  );
}

/** A list typed into one field. */
function plain(field: FieldMetadata<string[]>) {
  const { id, name, errors, errorId, descriptionId } = field;
  return { id, name, errors, errorId, descriptionId };
}

function Limits({ fields }: { fields: Fields }) {
  const t = useT();
  const yuan = { unit: t('promotions.draft.yuan'), inputMode: 'decimal', optional: true } as const;
  const times = { unit: t('promotions.draft.times'), inputMode: 'numeric', optional: true } as const;
  return (
    <>
      <Field of={fields.orderCap} label={t(labels.orderCap)} {...yuan} />
      <Field of={fields.budget} label={t(labels.budget)} {...yuan} />
      <Field of={fields.usesMax} label={t(labels.usesMax)} {...times} />
      <Field of={fields.usesPerBuyer} label={t(labels.usesPerBuyer)} {...times} />
      <Field of={fields.from} label={t(labels.from)} type="date" optional />
      <Field of={fields.until} label={t(labels.until)} type="date" optional />
    </>
  );
}
