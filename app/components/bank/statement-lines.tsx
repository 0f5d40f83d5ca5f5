import { explainError } from '#app/components/form/explain.ts';
import { type Column, Table } from '#app/components/office/table.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { formatDate, useLanguage, useT } from '#app/i18n/index.tsx';
import type { StatementPreview } from '#server/bank/contract.ts';

/** What is wrong with a statement, cell by cell; or what would be booked of it. */
export function StatementLines({ preview }: { preview: StatementPreview }) {
  const t = useT();
  const language = useLanguage();
  if (preview.counts.errors > 0) return <StatementErrors preview={preview} />;
  const columns: Column<StatementPreview['lines'][number]>[] = [
    { id: 'day', head: t('bank.statement.day'), heading: true, cell: (line) => formatDate(line.day, language) },
    { id: 'amount', head: t('bank.statement.amount'), numeric: true, cell: (line) => amount(line.amount) },
    { id: 'payer', head: t('bank.statement.payer'), cell: (line) => line.payerName },
    { id: 'memo', head: t('bank.statement.memo'), cell: (line) => line.memo },
    {
      id: 'codes',
      head: t('bank.statement.codes'),
      cell: (line) =>
        line.known ? (
          <span className="quiet">{t('bank.statement.known')}</span>
        ) : (
          line.codes.join(' ') || <span className="quiet">{t('bank.statement.noCode')}</span>
        ),
    },
    { id: 'serial', head: t('bank.statement.serial'), cell: (line) => line.serial },
  ];
  return (
    <>
      <Table
        caption={t('bank.statement.title')}
        captionHidden
        columns={columns}
        rows={preview.lines}
        keyOf={(line) => line.serial}
      />
      {preview.counts.lines > preview.lines.length ? <p className="quiet">{t('bank.statement.shown')}</p> : null}
    </>
  );
}

function StatementErrors({ preview }: { preview: StatementPreview }) {
  const t = useT();
  const why = ({ code, text }: StatementPreview['errors'][number]) =>
    explainError(t, code === 'bank.serial-other' ? `${code}?serial=${encodeURIComponent(text)}` : code);
  const columns: Column<StatementPreview['errors'][number]>[] = [
    { id: 'address', head: t('bank.statement.address'), heading: true, cell: (error) => error.address },
    { id: 'text', head: t('bank.statement.text'), cell: (error) => error.text },
    { id: 'why', head: t('bank.statement.why'), cell: why },
  ];
  return (
    <>
      <p className="field-error" role="alert">
        {t('bank.statement.wrong', { count: preview.counts.errors })}
      </p>
      <Table
        caption={t('bank.statement.why')}
        captionHidden
        columns={columns}
        rows={preview.errors}
        keyOf={(error) => `${error.address} ${error.code}`}
      />
    </>
  );
}
