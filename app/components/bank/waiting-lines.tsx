import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { ActionLink } from '#app/components/workspaces/action-link.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { formatDate, useLanguage, useT } from '#app/i18n/index.tsx';
import type { WaitingLine } from '#server/bank/contract.ts';
import { formatYuan } from '#server/kernel/money.ts';

/** Lines a person has to look at, each with what it could be. */
export function WaitingLines({ lines }: { lines: WaitingLine[] }) {
  const t = useT();
  const language = useLanguage();
  const columns: Column<WaitingLine>[] = [
    { id: 'day', head: t('bank.statement.day'), heading: true, cell: (line) => formatDate(line.day, language) },
    { id: 'left', head: t('bank.lines.left'), numeric: true, cell: (line) => amount(line.left) },
    { id: 'payer', head: t('bank.statement.payer'), cell: (line) => line.payerName },
    { id: 'memo', head: t('bank.statement.memo'), cell: (line) => <LineMemo line={line} /> },
    { id: 'likely', head: t('bank.lines.likely'), cell: (line) => <Suggestions line={line} /> },
    {
      id: 'match',
      head: t('bank.lines.match'),
      cell: (line) => (
        <ActionLink href={`/books/bank/lines/${line.id}`} words={t('bank.lines.match')} of={line.serial} second />
      ),
    },
  ];
  return (
    <Table
      caption={t('bank.lines.title')}
      captionHidden
      columns={columns}
      rows={lines}
      keyOf={(line) => line.id}
      empty={
        <EmptyState scene="all-done" title={t('bank.lines.none')}>
          {t('bank.lines.noneDetail')}
        </EmptyState>
      }
    />
  );
}

/** What the payer wrote, and whether it looks like a code with a slip in it. */
export function LineMemo({ line }: { line: WaitingLine }) {
  const t = useT();
  return (
    <>
      {line.memo}
      {line.slips.length > 0 ? (
        <span className="block quiet small">{t('bank.lines.slip', { codes: line.slips.join(' ') })}</span>
      ) : null}
    </>
  );
}

export function Suggestions({ line }: { line: WaitingLine }) {
  const t = useT();
  return (
    <ul>
      {line.suggestions.map(({ code, number, recipient, missing }) => (
        <li key={code}>{t('bank.lines.suggestion', { number, recipient, missing: formatYuan(missing) })}</li>
      ))}
    </ul>
  );
}
