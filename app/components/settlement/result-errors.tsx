import { explainRefusal } from '#app/components/form/explain.ts';
import { type Column, Table } from '#app/components/office/table.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { ResultError } from '#server/payouts/contract.ts';

const SHOWN_MAX = 200;

/** What is wrong with a file of results, row by row; none of it was booked. */
export function ResultErrors({ errors }: { errors: readonly ResultError[] }) {
  const t = useT();
  const columns: Column<ResultError>[] = [
    { id: 'row', head: t('settlement.payout.row'), heading: true, cell: ({ row }) => row },
    { id: 'what', head: t('settlement.payout.wrongWhat'), cell: (error) => explainRefusal(t, error) },
  ];
  return (
    <section className="stack">
      {/* biome-ignore lint/a11y/noAutofocus: after a refused file the reader must land on what is wrong, also without a script. */}
      <p className="field-error" role="alert" tabIndex={-1} autoFocus data-focus="">
        {t('settlement.payout.wrong', { count: errors.length })}
      </p>
      <Table
        caption={t('settlement.payout.wrongWhat')}
        captionHidden
        columns={columns}
        rows={errors.slice(0, SHOWN_MAX)}
        keyOf={({ row, code }) => `${row} ${code}`}
      />
      {errors.length > SHOWN_MAX ? (
        <p className="quiet">{t('settlement.payout.wrongMore', { max: SHOWN_MAX })}</p>
      ) : null}
    </section>
  );
}
