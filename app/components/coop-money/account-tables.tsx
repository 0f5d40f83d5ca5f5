import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { useKind } from '#app/components/workspaces/book-words.ts';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { SellerAccountPart, SellerAccountRow, SellerAccountView } from '#server/settlement/contract.ts';

const columnsOf = ['opening', 'more', 'less', 'closing'] as const;

/** What the platform owes a cooperative, part by part. */
export function AccountParts({ account }: { account: SellerAccountView }) {
  const t = useT();
  const partOf = (kind: string) => {
    const key = `coopMoney.account.kinds.${kind}`;
    return t(t.has(key) ? key : 'coopMoney.account.kinds.other');
  };
  const columns: Column<SellerAccountPart>[] = [
    {
      id: 'part',
      head: t('coopMoney.account.part'),
      heading: true,
      cell: ({ kind }) => partOf(kind),
      foot: t('coopMoney.account.sum'),
    },
    ...columnsOf.map((column) => ({
      id: column,
      head: t(`coopMoney.account.${column}Yuan`),
      numeric: true,
      cell: (part: SellerAccountPart) => amount(part[column]),
      foot: amount(account.sums[column]),
    })),
  ];
  return (
    <Table
      caption={t('coopMoney.account.parts')}
      columns={columns}
      rows={account.parts}
      keyOf={({ kind }) => kind}
      empty={<p className="quiet">{t('coopMoney.account.emptyParts')}</p>}
    />
  );
}

/** Each entry that changed it: above zero it is owed more. */
export function AccountEntries({ rows }: { rows: SellerAccountRow[] }) {
  const t = useT();
  const language = useLanguage();
  const kindOf = useKind();
  const columns: Column<SellerAccountRow>[] = [
    { id: 'time', head: t('coopMoney.account.time'), cell: ({ at }) => formatMoment(at, language) },
    { id: 'what', head: t('coopMoney.account.what'), heading: true, cell: ({ kind }) => kindOf(kind) },
    { id: 'order', head: t('coopMoney.account.order'), cell: ({ orderNumber }) => orderNumber },
    { id: 'amount', head: t('coopMoney.account.amount'), numeric: true, cell: (row) => amount(row.amount) },
  ];
  return (
    <Table
      caption={t('coopMoney.account.entries')}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      empty={
        <EmptyState scene="quiet-field" title={t('coopMoney.account.empty')}>
          {t('coopMoney.account.emptyDetail')}
        </EmptyState>
      }
    />
  );
}
