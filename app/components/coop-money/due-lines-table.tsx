import { type Column, Table } from '#app/components/office/table.tsx';
import { useBookLineWords } from '#app/components/settlement/line-words.ts';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { formatDate, useLanguage, useT } from '#app/i18n/index.tsx';
import type { DueLineView } from '#server/dues/contract.ts';

/** What a household is owed for this cooperative's sales, and what came off it, line by line. */
export function DueLinesTable({ lines }: { lines: DueLineView[] }) {
  const t = useT();
  const language = useLanguage();
  const wordsOf = useBookLineWords();
  const columns: Column<DueLineView>[] = [
    { id: 'at', head: t('coopMoney.household.at'), cell: ({ aroseOn }) => formatDate(aroseOn, language) },
    { id: 'what', head: t('coopMoney.household.what'), heading: true, cell: wordsOf },
    { id: 'order', head: t('coopMoney.household.order'), cell: ({ orderNumber }) => orderNumber },
    { id: 'statement', head: t('coopMoney.household.statement'), cell: ({ statementNumber }) => statementNumber },
    {
      id: 'state',
      head: t('coopMoney.household.state'),
      cell: ({ kind, state }) =>
        kind === 'deduction' && (state === 'accrued' || state === 'stated')
          ? t('settlement.lines.state.proposed')
          : t(`coopMoney.stands.${state}`),
    },
    { id: 'amount', head: t('coopMoney.household.amount'), numeric: true, cell: (line) => amount(line.amount) },
  ];
  return (
    <Table
      caption={t('coopMoney.household.caption')}
      columns={columns}
      rows={lines}
      keyOf={({ id }) => id}
      empty={
        <EmptyState scene="quiet-field" title={t('coopMoney.household.empty')}>
          {t('coopMoney.household.emptyDetail')}
        </EmptyState>
      }
    />
  );
}
