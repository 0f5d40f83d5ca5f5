import { useForm } from '@conform-to/react';
import { Chips } from '#app/components/form/chips.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Check, Field, TextArea } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import type { ClaimView } from '#server/after-sales/contract.ts';
import { formatYuan } from '#server/kernel/money.ts';

type Typed = {
  bearer: string;
  keepsGoods: string;
  words: string;
  lines: { line: string; count: string; amount: string }[];
};

/** The whole of a claim or a part of it, and who bears that, each choice with its consequence in words. */
export function ApprovalForm({ claim, sent }: { claim: ClaimView; sent?: Sent | undefined }) {
  const t = useT();
  const text = useText();
  const waits = claim.kind === 'return' && claim.back === null;
  const [, fields] = useForm<Typed>({
    id: 'approval',
    lastResult: sent?.lastResult ?? null,
    defaultValue: {
      bearer: claim.usualBearer,
      lines: claim.lines.map(({ line, asked, askedCount }) => ({
        line: String(line),
        count: String(askedCount),
        amount: (asked / 100).toFixed(2),
      })),
    },
  });
  return (
    <form method="post" className="form claim-form" noValidate>
      <Refusal of={sent?.refusal} />
      <ErrorSummary
        fields={[
          { field: fields.bearer, label: t('claims.decide.bearer') },
          { field: fields.words, label: t('claims.decide.words') },
        ]}
      />
      <p>{t('claims.decide.approveLead', { amount: formatYuan(claim.asked) })}</p>
      {waits ? <p className="quiet">{t('claims.decide.approveReturnLead')}</p> : null}
      {claim.lines.map((line, index) => {
        const item = fields.lines.getFieldList()[index]?.getFieldset();
        const place = `lines[${index}]`;
        const goods = { product: text(line.productName), pack: text(line.packName) };
        return (
          <div key={line.line}>
            <input type="hidden" name={`${place}.line`} value={line.line} />
            {waits ? (
              <Field
                of={item?.count ?? { id: `${place}.count`, name: `${place}.count` }}
                label={t('claims.decide.lineCount', { ...goods, asked: line.askedCount })}
                inputMode="numeric"
              />
            ) : (
              <Field
                of={item?.amount ?? { id: `${place}.amount`, name: `${place}.amount` }}
                label={t('claims.decide.lineAmount', { ...goods, asked: formatYuan(line.asked) })}
                unit={t('claims.form.yuan')}
                inputMode="decimal"
              />
            )}
          </div>
        );
      })}
      {waits ? (
        <>
          <p className="field-help">{t('claims.bearers.goodsBack')}</p>
          <Check of={fields.keepsGoods} label={t('claims.decide.keepsGoods')} />
        </>
      ) : null}
      <Chips
        of={fields.bearer}
        legend={t(waits ? 'claims.decide.bearerIfKept' : 'claims.decide.bearer')}
        chips={(['source', 'seller'] as const).map((bearer) => ({
          value: bearer,
          label: t(`claims.bearers.${bearer}`),
          detail: t(`claims.bearers.${bearer}Means`),
        }))}
      />
      <TextArea of={fields.words} label={t('claims.decide.words')} rows={2} optional />
      <button type="submit" className="btn btn-wide">
        {t('claims.decide.approveSubmit')}
      </button>
    </form>
  );
}
