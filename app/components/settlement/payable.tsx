import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { ActionLink } from '#app/components/workspaces/action-link.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { useT, useText } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { PayableView } from '#server/payouts/contract.ts';
import { usePayer } from './payer-name.ts';

type PayableProps = { payable: PayableView; keys: Record<string, string>; mayAssemble: boolean; mayPayCash: boolean };

/** What can be paid now, payer by payer, each with the button that makes its run; and what no run can pay. */
export function Payable({ payable, keys, mayAssemble, mayPayCash }: PayableProps) {
  const t = useT();
  const payerOf = usePayer();
  return (
    <section className="stack">
      <h2>{t('settlement.payouts.payable')}</h2>
      {payable.payers.length === 0 ? (
        <EmptyState scene="all-done" title={t('settlement.payouts.nothing')}>
          {t('settlement.payouts.nothingDetail')}
        </EmptyState>
      ) : (
        <ul className="waiting">
          {payable.payers.map((payer) => (
            <li key={payer.code}>
              <div>
                <b>{payerOf(payer)}</b>
                <span className="quiet">
                  {t('settlement.payouts.payableCount', {
                    count: payer.statements,
                    amount: formatYuan(payer.amount),
                  })}
                </span>
              </div>
              {mayAssemble ? (
                <form method="post">
                  <input type="hidden" name="payer" value={payer.code} />
                  <input type="hidden" name="key" value={keys[payer.code]} />
                  <button type="submit" className="btn">
                    {t('settlement.payouts.open')}
                    <span className="visually-hidden"> {payerOf(payer)}</span>
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <OffTheRun
        title={t('settlement.payouts.withoutCard')}
        rows={payable.withoutCard}
        action={t('settlement.payouts.addCard')}
        hrefOf={({ household }) => `/books/dues/${household.code}/card?to=/books/payouts`}
        mayAct={mayAssemble}
      />
      <OffTheRun
        title={t('settlement.payouts.inCash')}
        rows={payable.inCash}
        action={t('settlement.payouts.payCash')}
        hrefOf={({ statementNumber }) => `/books/statements/${statementNumber}/cash`}
        mayAct={mayPayCash}
      />
    </section>
  );
}

type Row = PayableView['withoutCard'][number];
type OffTheRunProps = {
  title: string;
  rows: readonly Row[];
  action: string;
  hrefOf: (row: Row) => string;
  mayAct: boolean;
};

/** Agreed money that no run can pay, each row with what has to be done about it. */
function OffTheRun({ title, rows, action, hrefOf, mayAct }: OffTheRunProps) {
  const t = useT();
  const text = useText();
  if (rows.length === 0) return null;
  const columns: Column<Row>[] = [
    {
      id: 'household',
      head: t('settlement.household'),
      heading: true,
      cell: ({ household }) => (
        <>
          <a href={`/books/dues/${household.code}`}>{household.name}</a>
          <span className="quiet small block">{text(household.village)}</span>
        </>
      ),
    },
    {
      id: 'statement',
      head: t('settlement.statement'),
      cell: ({ statementNumber }) => <a href={`/books/statements/${statementNumber}`}>{statementNumber}</a>,
    },
    { id: 'amount', head: t('settlement.amount'), numeric: true, cell: (row) => amount(row.amount) },
    ...(mayAct
      ? [
          {
            id: 'act',
            head: action,
            cell: (row: Row) => <ActionLink href={hrefOf(row)} words={action} of={row.household.name} second />,
          },
        ]
      : []),
  ];
  return <Table caption={title} columns={columns} rows={rows} keyOf={({ statementNumber }) => statementNumber} />;
}
