import { type Column, Table } from '#app/components/office/table.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { PayoutRunView, TransferRow } from '#server/payouts/contract.ts';
import { TransferPill } from './pills.tsx';

/** The transfers of a run, household by household; one that the bank could not make leads to its card. */
export function TransferTable({ run, mayCorrect }: { run: PayoutRunView; mayCorrect: boolean }) {
  const t = useT();
  const language = useLanguage();
  const columns: Column<TransferRow>[] = [
    {
      id: 'household',
      head: t('settlement.household'),
      heading: true,
      cell: ({ household }) => (
        <>
          <a href={`/books/dues/${household.code}`}>{household.name}</a>
          <span className="quiet small block">{household.code}</span>
        </>
      ),
    },
    { id: 'number', head: t('settlement.payout.number'), cell: ({ number }) => number },
    {
      id: 'statement',
      head: t('settlement.statement'),
      cell: ({ statementNumber }) => <a href={`/books/statements/${statementNumber}`}>{statementNumber}</a>,
    },
    { id: 'card', head: t('settlement.cardTail'), cell: ({ cardTail }) => cardTail ?? '' },
    { id: 'amount', head: t('settlement.amount'), numeric: true, cell: (row) => amount(row.amount) },
    {
      id: 'state',
      head: t('settlement.state'),
      cell: (row) => <Outcome row={row} back={`/books/payouts/${run.number}`} mayCorrect={mayCorrect} />,
    },
    {
      id: 'paid',
      head: t('settlement.at'),
      cell: ({ paidAt }) => (paidAt ? formatMoment(paidAt, language) : ''),
    },
  ];
  return (
    <Table
      caption={t('settlement.payout.caption')}
      columns={columns}
      rows={run.rows}
      keyOf={({ number }) => number}
      empty={<p className="quiet">{t('settlement.payout.empty')}</p>}
    />
  );
}

function Outcome({ row, back, mayCorrect }: { row: TransferRow; back: string; mayCorrect: boolean }) {
  const t = useT();
  return (
    <>
      <TransferPill state={row.state} />
      {row.reason ? <span className="small block">{row.reason}</span> : null}
      {row.again ? (
        <span className="small block">
          <a
            className="link"
            href={row.again.run ? `/books/payouts/${row.again.run}` : `/books/statements/${row.statementNumber}`}
          >
            {t(row.again.state === 'paid' ? 'settlement.payout.paidBy' : 'settlement.payout.again', {
              number: row.again.run ?? row.again.transfer,
            })}
          </a>
        </span>
      ) : null}
      {row.owedAgain ? (
        <span className="small block">
          <span className="quiet">{t('settlement.payout.next')}</span>{' '}
          {mayCorrect ? (
            <a className="link" href={`/books/dues/${row.household.code}/card?to=${back}`}>
              {t('settlement.payout.correct')}
              <span className="visually-hidden"> {row.household.name}</span>
            </a>
          ) : null}
        </span>
      ) : null}
    </>
  );
}
