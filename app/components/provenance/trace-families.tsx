import type { CSSProperties } from 'react';
import { MaskedName } from '#app/components/shop/masked-name.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { TraceView } from '#server/channels/ecommerce/contract.ts';
import { formatYuan, multiplyRatio } from '#server/kernel/money.ts';
import { GRAMS_PER_JIN, GRAMS_PER_KILO } from '#server/kernel/quantity.ts';
import { useQuantity, wholePercents } from './wording.ts';

type Family = TraceView['households'][number];

/** The households of a lot: how much of it is theirs, at what price, what it has brought them, and what they say. */
export function TraceFamilies({ lot }: { lot: TraceView }) {
  const t = useT();
  const percents = wholePercents(lot.households.map(({ received }) => received));
  return (
    <section className="section">
      <h2 className="section-title">{t('provenance.trace.families')}</h2>
      <p className="quiet prose">{t('provenance.trace.familiesLead')}</p>
      <SoFar lot={lot} />
      <ol className="trace-families">
        {lot.households.map((family, index) => (
          <FamilyRow key={family.code} family={family} lot={lot} percent={percents[index] ?? 0} />
        ))}
      </ol>
    </section>
  );
}

function SoFar({ lot }: { lot: TraceView }) {
  const t = useT();
  const quantity = useQuantity();
  if (lot.sold === 0) return <p className="trace-so-far">{t('provenance.trace.soFarNone')}</p>;
  const earning = lot.households.filter(({ earned }) => earned > 0);
  return (
    <p className="trace-so-far">
      <span>{t('provenance.trace.soFar')}</span>
      <strong className="figure">{formatYuan(lot.households.reduce((sum, { earned }) => sum + earned, 0))}</strong>
      <span>{t('provenance.trace.soFarEarned', { households: earning.length })}</span>
      <small className="quiet">
        {t('provenance.trace.soFarSold', {
          received: quantity(lot.received, lot.produce.baseUnit, lot.produce.family),
          percent: Math.floor((lot.sold / lot.received) * 100),
        })}
      </small>
    </p>
  );
}

function FamilyRow({ family, lot, percent }: { family: Family; lot: TraceView; percent: number }) {
  const t = useT();
  const text = useText();
  const quantity = useQuantity();
  const { baseUnit, family: kind } = lot.produce;
  const brought = { quantity: quantity(family.received, baseUnit, kind), percent };
  return (
    <li style={{ '--part': `${family.part * 100}%` } as CSSProperties}>
      <p className="trace-family">
        <a href={`/households/${family.code}`}>
          <MaskedName name={family.maskedName} />
        </a>
        <a href={`/villages/${family.village.code}`}>{text(family.village.name)}</a>
        {family.earned > 0 ? (
          <strong>{t('provenance.trace.earned', { amount: formatYuan(family.earned) })}</strong>
        ) : (
          <span>{t('provenance.trace.nothingYet')}</span>
        )}
      </p>
      <div className="trace-part" aria-hidden="true" />
      <p className="quiet small">
        {lot.households.length === 1
          ? t('provenance.trace.handedOverOnly', brought)
          : t('provenance.trace.handedOver', brought)}
        {' · '}
        <AgreedPrice fen={family.agreedPrice} byWeight={baseUnit === 'gram'} />
      </p>
      {family.story ? <blockquote>{text(family.story)}</blockquote> : null}
    </li>
  );
}

function AgreedPrice({ fen, byWeight }: { fen: number; byWeight: boolean }) {
  const t = useT();
  if (!byWeight) return t('provenance.trace.agreedPiece', { price: formatYuan(fen) });
  const jin = formatYuan(multiplyRatio(fen, GRAMS_PER_JIN, GRAMS_PER_KILO));
  return t('provenance.trace.agreedJin', { jin, kilo: formatYuan(fen) });
}
