import { type Column, Table } from '#app/components/office/table.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { PayoutRunView } from '#server/payouts/contract.ts';

type Row = PayoutRunView['imports'][number];

/** The files in which the bank told what became of a run. */
export function ImportTable({ imports }: { imports: readonly Row[] }) {
  const t = useT();
  const language = useLanguage();
  const columns: Column<Row>[] = [
    { id: 'file', head: t('settlement.payout.importFile'), heading: true, cell: ({ fileName }) => fileName },
    { id: 'rows', head: t('settlement.payout.importRows'), numeric: true, cell: ({ rows }) => rows },
    { id: 'changed', head: t('settlement.payout.importChanged'), numeric: true, cell: ({ changed }) => changed },
    { id: 'at', head: t('settlement.at'), cell: ({ at }) => formatMoment(at, language) },
    { id: 'by', head: t('settlement.by'), cell: ({ by }) => by ?? '' },
  ];
  if (imports.length === 0) return null;
  return (
    <Table
      caption={t('settlement.payout.imports')}
      columns={columns}
      rows={imports}
      keyOf={({ at, fileName }) => `${at} ${fileName}`}
    />
  );
}
