import { useForm } from '@conform-to/react';
import { Field, Select } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import { columnKinds, type StatementPreview } from '#server/bank/contract.ts';

/** What each column of a statement is taken for, to be put right by hand. */
export function ColumnForm({ preview, sent }: { preview: StatementPreview; sent?: Sent | undefined }) {
  const t = useT();
  const columns = preview.head ?? [];
  const [, { head, kinds }] = useForm<{ head: string; kinds: string[] }>({
    id: 'columns',
    lastResult: sent?.lastResult ?? null,
    defaultValue: { head: String(preview.headRow ?? 1), kinds: columns.map(({ kind }) => kind ?? 'none') },
  });
  const chosen = kinds.getFieldList();
  return (
    <details open={preview.missing.length > 0 || sent !== undefined}>
      <summary>{t('bank.statement.columns')}</summary>
      <form method="post" className="form" noValidate>
        <Refusal of={sent?.refusal} />
        <p className="quiet">{t('bank.statement.columnsHelp', { row: preview.headRow ?? 1 })}</p>
        <Field of={head} label={t('bank.statement.head')} inputMode="numeric" required />
        {columns.map(({ column, text }) => (
          <Select
            key={column}
            of={chosen[column] ?? { id: `kind-${column}`, name: `kinds[${column}]`, initialValue: 'none' }}
            label={t('bank.statement.column', { column: column + 1, text: text.slice(0, 40) })}
            options={(['none', ...columnKinds] as const).map((kind) => ({
              value: kind,
              label: t(`bank.statement.kinds.${kind}`),
            }))}
          />
        ))}
        <button type="submit" className="btn btn-second">
          {t('bank.statement.map')}
        </button>
      </form>
    </details>
  );
}
