import { useT } from '#app/i18n/index.tsx';
import { columnKinds, type StatementPreview } from '#server/bank/contract.ts';

/** What each column of a statement is taken for, to be put right by hand. */
export function ColumnForm({ preview }: { preview: StatementPreview }) {
  const t = useT();
  return (
    <details open={preview.missing.length > 0}>
      <summary>{t('bank.statement.columns')}</summary>
      <form method="post" className="form">
        <p className="quiet">{t('bank.statement.columnsHelp', { row: preview.headRow ?? 1 })}</p>
        <div className="field">
          <label htmlFor="head">{t('bank.statement.head')}</label>
          <input id="head" name="head" inputMode="numeric" defaultValue={preview.headRow ?? 1} />
        </div>
        {(preview.head ?? []).map(({ column, text, kind }) => (
          <div className="field" key={column}>
            <label htmlFor={`kind-${column}`}>
              {t('bank.statement.column', { column: column + 1, text: text.slice(0, 40) })}
            </label>
            <select id={`kind-${column}`} name={`kinds[${column}]`} defaultValue={kind ?? 'none'}>
              {(['none', ...columnKinds] as const).map((one) => (
                <option key={one} value={one}>
                  {t(`bank.statement.kinds.${one}`)}
                </option>
              ))}
            </select>
          </div>
        ))}
        <button type="submit" className="btn btn-second">
          {t('bank.statement.map')}
        </button>
      </form>
    </details>
  );
}
