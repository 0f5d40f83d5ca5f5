import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { GivenUpListView } from '#server/platform/messages/index.ts';

type Row = GivenUpListView['rows'][number];

/** Messages that were given up, why, and the button that has one tried again. */
export function GivenUpTable({ list }: { list: GivenUpListView }) {
  const t = useT();
  const language = useLanguage();
  const columns: Column<Row>[] = [
    { id: 'to', head: t('notices.admin.to'), heading: true, cell: (row) => row.masked },
    {
      id: 'channel',
      head: t('notices.admin.channel'),
      cell: (row) => t(row.channel === 'sms' ? 'notices.admin.smsLabel' : 'notices.admin.mailLabel'),
    },
    { id: 'words', head: t('notices.admin.words'), cell: (row) => <WordsOf row={row} /> },
    {
      id: 'reason',
      head: t('notices.admin.reason'),
      cell: (row) => <code>{row.reason ?? t('notices.admin.noReason')}</code>,
    },
    { id: 'tries', head: t('notices.admin.tries'), numeric: true, cell: (row) => row.tries },
    { id: 'at', head: t('notices.admin.at'), cell: (row) => formatMoment(row.at, language) },
    { id: 'again', head: t('notices.admin.mend'), cell: (row) => <SendAgain row={row} /> },
  ];
  return (
    <Table
      caption={t('notices.admin.title')}
      captionHidden
      columns={columns}
      rows={list.rows}
      keyOf={(row) => row.id}
      empty={
        <EmptyState scene="closed" title={t('notices.admin.empty')}>
          {t('notices.admin.emptyDetail')}
        </EmptyState>
      }
    />
  );
}

/** A mail by its subject: its first line is a greeting. */
function WordsOf({ row }: { row: Row }) {
  return <span lang={row.language}>{row.subject ?? row.words}</span>;
}

function SendAgain({ row }: { row: Row }) {
  const t = useT();
  if (!row.canBeSent) return <span className="quiet">{t('notices.admin.forgotten')}</span>;
  return (
    <form method="post" action={`/admin/messages/${row.id}/sending`}>
      <button type="submit" className="btn btn-second send-again">
        {t('notices.admin.again')}
      </button>
    </form>
  );
}
