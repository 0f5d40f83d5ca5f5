import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { formatDate, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { DueLineView } from '#server/dues/contract.ts';
import { useBookLineWords } from './line-words.ts';
import { DuePill } from './pills.tsx';

type DueLinesTableProps = {
  lines: readonly DueLineView[];
  title?: string;
  statement?: boolean;
  /** Where a proposed deduction is taken back. */
  withdrawal?: ((line: DueLineView) => string) | undefined;
};

/** Due lines with where each came from: its order with its postings, its lot, its statement. */
export function DueLinesTable({ lines, title, statement = true, withdrawal }: DueLinesTableProps) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const wordsOf = useBookLineWords();
  const columns: Column<DueLineView>[] = [
    {
      id: 'day',
      head: t('settlement.day'),
      cell: ({ aroseOn }) => <span className="nowrap">{formatDate(aroseOn, language)}</span>,
    },
    {
      id: 'what',
      head: t('settlement.lines.what'),
      heading: true,
      cell: (line) => (
        <>
          {wordsOf(line)}
          {line.kind === 'deduction' && line.organization ? (
            <span className="quiet small block">
              {t('settlement.deduction.for', { name: text(line.organization.name) })}
            </span>
          ) : null}
          {line.isRest ? <span className="quiet small block">{t('statements.lines.rest')}</span> : null}
        </>
      ),
    },
    {
      id: 'order',
      head: t('settlement.order'),
      cell: ({ orderNumber }) =>
        orderNumber ? (
          <a className="nowrap" href={`/books/orders/${orderNumber}`}>
            {orderNumber}
          </a>
        ) : (
          ''
        ),
    },
    {
      id: 'lot',
      head: t('settlement.lines.lot'),
      cell: ({ lotCode }) => (lotCode ? <a href={`/trace/${lotCode}`}>{lotCode}</a> : ''),
    },
    ...(statement
      ? [
          {
            id: 'statement',
            head: t('settlement.statement'),
            cell: ({ statementNumber }: DueLineView) =>
              statementNumber ? (
                <a className="nowrap" href={`/books/statements/${statementNumber}`}>
                  {statementNumber}
                </a>
              ) : (
                ''
              ),
          },
        ]
      : []),
    {
      id: 'state',
      head: t('settlement.state'),
      cell: (line) => (
        <>
          <DuePill line={line} />
          {withdrawal && line.kind === 'deduction' && line.state === 'accrued' ? (
            <a className="small block" href={withdrawal(line)}>
              {t('settlement.deduction.withdraw')}
            </a>
          ) : null}
        </>
      ),
    },
    { id: 'amount', head: t('settlement.amount'), numeric: true, cell: (line) => amount(line.amount) },
  ];
  return (
    <Table
      caption={title ?? t('settlement.lines.caption')}
      columns={columns}
      rows={lines}
      keyOf={({ id }) => id}
      empty={
        <EmptyState scene="quiet-field" title={t('settlement.lines.empty')}>
          {t('settlement.lines.emptyDetail')}
        </EmptyState>
      }
    />
  );
}
