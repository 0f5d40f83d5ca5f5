import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { useT, useText } from '#app/i18n/index.tsx';
import type { DueHouseholdRow, DueHouseholdsView, HouseholdMoney } from '#server/dues/contract.ts';
import { addFen } from '#server/kernel/money.ts';

/** All that is payable to a household and not yet with the bank. */
function dueOf({ accrued, stated, confirmed, objected, failed }: HouseholdMoney) {
  return addFen(accrued, stated, confirmed, objected, failed);
}

/** What is due to each household of a cooperative; a household opens to its lines. */
export function HouseholdsTable({ dues }: { dues: DueHouseholdsView }) {
  const t = useT();
  const text = useText();
  const sums = (of: (money: HouseholdMoney) => number, id: string, head: string): Column<DueHouseholdRow> => ({
    id,
    head,
    numeric: true,
    cell: (row) => amount(of(row)),
    foot: amount(of(dues.total)),
  });
  const columns: Column<DueHouseholdRow>[] = [
    {
      id: 'household',
      head: t('coopMoney.households.household'),
      heading: true,
      cell: ({ code, name }) => (
        <>
          <a href={`/coop/dues/${code}`} aria-label={t('coopMoney.households.open', { name })}>
            {name}
          </a>{' '}
          <span className="quiet small">{code}</span>
        </>
      ),
      foot: t('coopMoney.households.total', { count: dues.households }),
    },
    { id: 'village', head: t('coopMoney.households.village'), cell: ({ village }) => text(village), foot: '' },
    sums(({ earned, advanced }) => addFen(earned, advanced), 'earned', t('coopMoney.households.earned')),
    sums(dueOf, 'due', t('coopMoney.households.due')),
    sums(({ paying }) => paying, 'paying', t('coopMoney.households.paying')),
    sums(({ paid }) => paid, 'paid', t('coopMoney.households.paid')),
  ];
  return (
    <Table
      caption={t('coopMoney.households.caption')}
      columns={columns}
      rows={dues.rows}
      keyOf={({ code }) => code}
      empty={
        <EmptyState scene="quiet-field" title={t('coopMoney.households.empty')}>
          {t('coopMoney.households.emptyDetail')}
        </EmptyState>
      }
    />
  );
}
