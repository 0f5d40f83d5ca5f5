import { Icon } from '#app/components/shell/icon.tsx';
import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { formatDate, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { TraceView } from '#server/channels/ecommerce/contract.ts';
import type { QrView } from './qr.server.ts';
import { QrCode } from './qr-code.tsx';
import { SampleMark } from './sample-mark.tsx';
import { ages, shelfDaysOf } from './wording.ts';

/** Beside the story: who took it in and packed it, and the code that leads others here. */
export function TraceFacts({ lot, qr }: { lot: TraceView; qr: QrView }) {
  const t = useT();
  return (
    <aside className="trace-facts">
      <Packed lot={lot} />
      <section className="panel trace-share">
        <QrCode {...qr} label={t('provenance.trace.qr', { code: lot.lotCode })} />
        <div>
          <h2>{t('provenance.trace.share')}</h2>
          <p className="quiet small">{t('provenance.trace.shareLead')}</p>
          <a className="link small trace-print" href={`/trace/${lot.lotCode}/label`}>
            <Icon name="print" /> {t('provenance.trace.label')}
          </a>
        </div>
      </section>
    </aside>
  );
}

function Packed({ lot }: { lot: TraceView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const store = { store: text(lot.location.name), place: text(lot.location.region.name) };
  return (
    <section>
      <h2 className="section-title">
        {t('provenance.trace.packed')} {lot.seller.sample ? <SampleMark /> : null}
      </h2>
      <DefinitionTable
        rows={[
          { term: t('provenance.trace.seller'), value: text(lot.seller.name) },
          { term: t('provenance.trace.store'), value: t('provenance.trace.storeAt', store) },
          { term: t('provenance.trace.how'), value: t(`provenance.mode.${lot.mode}`) },
          {
            term: t('provenance.trace.certificate'),
            value: lot.certificateNumber ?? t('provenance.trace.certificateNone'),
          },
          { term: t('provenance.trace.geographical'), value: lot.geographicalIndication },
          {
            term: t('provenance.trace.bestBefore'),
            value: ages(shelfDaysOf(lot)) ? formatDate(lot.bestBefore, language) : null,
          },
        ]}
      />
      {lot.seller.sample ? <p className="quiet small">{t('provenance.trace.sampleNote')}</p> : null}
    </section>
  );
}
