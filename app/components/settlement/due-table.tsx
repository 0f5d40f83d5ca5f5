import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { useT, useText } from '#app/i18n/index.tsx';
import { type DueHouseholdRow, type DueHouseholdsView, type MoneyStands, moneyStands } from '#server/dues/contract.ts';

/** Told only where there is any. */
const rare: ReadonlySet<MoneyStands> = new Set(['advanced', 'proposed']);

/** Where each household's money stands; every figure opens to its lines, what is not due yet to the ledger. */
export function DueTable({ dues }: { dues: DueHouseholdsView }) {
  const t = useT();
  const text = useText();
  const figure = (stands: MoneyStands): Column<DueHouseholdRow> => ({
    id: stands,
    head: t(`settlement.dues.stands.${stands}`),
    numeric: true,
    cell: (row) =>
      row[stands] === 0 ? null : (
        <a
          href={stands === 'earned' ? `/books/households/${row.code}` : `/books/dues/${row.code}?stands=${stands}`}
          aria-label={t('settlement.dues.of', {
            name: row.name,
            stands: t(`settlement.dues.stands.${stands}`),
            amount: amount(row[stands]),
          })}
        >
          {amount(row[stands])}
        </a>
      ),
    foot: amount(dues.total[stands]),
  });
  const columns: Column<DueHouseholdRow>[] = [
    {
      id: 'household',
      head: t('settlement.household'),
      heading: true,
      cell: (row) => (
        <>
          <a href={`/books/dues/${row.code}`}>{row.name}</a>
          <span className="quiet small block">{text(row.village)}</span>
        </>
      ),
      foot: t('settlement.dues.total', { count: dues.households }),
    },
    ...moneyStands.filter((stands) => !rare.has(stands) || dues.total[stands] !== 0).map(figure),
  ];
  return (
    <Table
      caption={t('settlement.dues.caption')}
      columns={columns}
      rows={dues.rows}
      keyOf={({ code }) => code}
      empty={
        <EmptyState scene="quiet-field" title={t('settlement.dues.empty')}>
          {t('settlement.dues.emptyDetail')}
        </EmptyState>
      }
    />
  );
}
