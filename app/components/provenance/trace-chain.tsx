import type { ReactNode } from 'react';
import { Timeline } from '#app/components/shop/timeline.tsx';
import { formatDate, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { TraceView } from '#server/channels/ecommerce/contract.ts';
import { harvestVerb } from './wording.ts';

type Step = TraceView['steps'][number];

/** How it came here, as a line of dated steps. */
export function TraceChain({ lot }: { lot: TraceView }) {
  const t = useT();
  const language = useLanguage();
  const detailOf = useDetail(lot);
  const verb = harvestVerb(t, lot.produce.family);
  return (
    <section className="section">
      <h2 className="section-title">{t('provenance.trace.chain')}</h2>
      <Timeline
        steps={lot.steps.map((step) => ({
          id: step.kind,
          when: formatDate(step.at, language),
          title: t(`provenance.trace.step.${step.kind}`, { verb }),
          detail: <p className="quiet">{detailOf(step)}</p>,
        }))}
      />
    </section>
  );
}

function useDetail(lot: TraceView): (step: Step) => ReactNode {
  const t = useT();
  const text = useText();
  const sold = Math.floor((lot.sold / lot.received) * 100);
  const placeOf = (step: Step) => (step.place ? text(step.place) : '');
  return (step) => {
    switch (step.kind) {
      case 'harvested':
        return t('provenance.trace.harvestedAt', { place: placeOf(step), families: lot.households.length });
      case 'received':
        return t('provenance.trace.receivedAt', { place: placeOf(step), seller: text(lot.seller.name) });
      case 'certified':
        return t('provenance.trace.certifiedNumber', { number: lot.certificateNumber ?? '' });
      case 'first-sold':
        return t('provenance.trace.firstSold');
      case 'last-sold':
        return sold < 100 ? t('provenance.trace.lastSold', { percent: sold }) : t('provenance.trace.lastSoldAll');
    }
  };
}
