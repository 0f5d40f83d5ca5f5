import type { ReactNode } from 'react';
import { Table } from '#app/components/office/table.tsx';
import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { ClaimLineView, ClaimView } from '#server/after-sales/contract.ts';
import { fen, formatYuan } from '#server/kernel/money.ts';

/** What is asked, for which goods, until when somebody has to act, and what came of it. `parcel` leads where the reader may go. */
export function ClaimFacts({ claim, parcel }: { claim: ClaimView; parcel: ReactNode }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const { refund, back, dueAt, granted, bearer } = claim;
  return (
    <>
      <DefinitionTable
        rows={[
          { term: t('claims.page.kind'), value: t(`claims.kinds.${claim.kind}`) },
          { term: t('claims.page.reason'), value: t(`claims.reasons.${claim.reason}`) },
          { term: t('claims.page.seller'), value: text(claim.seller.name) },
          { term: t('claims.page.about'), value: parcel },
          { term: t('claims.page.applied'), value: formatMoment(claim.appliedAt, language) },
          { term: t('claims.page.due'), value: dueAt ? formatMoment(dueAt, language) : null },
          { term: t('claims.page.asked'), value: <b>{formatYuan(claim.asked)}</b> },
          { term: t('claims.page.granted'), value: granted === null ? null : <b>{formatYuan(granted)}</b> },
          {
            term: t('claims.page.bearer'),
            value: bearer ? t(`claims.bearers.${claim.goods === 'returned' ? 'goodsBack' : bearer}`) : null,
          },
          {
            term: t('claims.page.back'),
            value: back
              ? t('claims.page.backOf', {
                  courier: t(`orders.couriers.${back.courier}`),
                  number: back.trackingNumber ?? '',
                })
              : null,
          },
          {
            term: t('claims.page.refund'),
            value: refund
              ? t('claims.page.refundOf', { number: refund.number, amount: formatYuan(refund.total) })
              : null,
          },
        ]}
      />
      <Table
        caption={t('claims.page.lines')}
        rows={claim.lines}
        keyOf={({ line }) => String(line)}
        columns={[
          {
            id: 'product',
            head: t('claims.page.product'),
            heading: true,
            cell: ({ productName, packName }) => `${text(productName)} ${text(packName)}`,
          },
          {
            id: 'count',
            head: t('claims.page.count'),
            numeric: true,
            cell: ({ askedCount }) => (askedCount > 0 ? String(askedCount) : ''),
          },
          { id: 'money', head: t('claims.page.money'), numeric: true, cell: ({ asked }) => amount(asked) },
          ...(granted === null
            ? []
            : [
                {
                  id: 'granted',
                  head: t('claims.page.grantedMoney'),
                  numeric: true,
                  cell: (line: ClaimLineView) => amount(line.granted ?? fen(0)),
                },
              ]),
        ]}
      />
    </>
  );
}
