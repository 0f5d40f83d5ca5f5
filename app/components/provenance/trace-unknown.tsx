import { sceneHref } from '#app/components/drawings/families.ts';
import { useT } from '#app/i18n/index.tsx';
import { TraceFinder } from './trace-finder.tsx';

/** A code nobody knows: what to look at on the label, and the field to try again. */
export function TraceUnknown({ code }: { code: string }) {
  const t = useT();
  return (
    <div className="page-narrow stack trace-unknown">
      <img className="scene" src={sceneHref('lost')} alt="" width={240} height={180} />
      <h1>{t('provenance.trace.unknown')}</h1>
      <p>{t('provenance.trace.unknownDetail', { code })}</p>
      <TraceFinder code={code} />
      <h2>{t('provenance.trace.check')}</h2>
      <ul className="prose">
        <li>{t('provenance.trace.checkStart')}</li>
        <li>{t('provenance.trace.checkLetters')}</li>
        <li>{t('provenance.trace.checkLabel')}</li>
        <li>{t('provenance.trace.checkSeller')}</li>
      </ul>
    </div>
  );
}
