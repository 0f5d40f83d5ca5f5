import { useT } from '#app/i18n/index.tsx';

/** The code on a jar, typed by hand. */
export function TraceFinder({ code = '' }: { code?: string }) {
  const t = useT();
  return (
    <form className="form trace-finder" action="/trace">
      <div className="field">
        <label htmlFor="code">{t('provenance.trace.code')}</label>
        <input
          id="code"
          name="code"
          defaultValue={code}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          required
          aria-describedby="code-help"
        />
        <p className="field-help" id="code-help">
          {t('provenance.trace.codeHelp')}
        </p>
      </div>
      <button className="btn btn-large" type="submit">
        {t('provenance.trace.look')}
      </button>
    </form>
  );
}
