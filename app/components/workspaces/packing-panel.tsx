import { useT, useText } from '#app/i18n/index.tsx';
import type { PackingLineView, PickListView } from '#server/fulfilment/contract.ts';
import { ShipmentForm } from './shipment-form.tsx';

/** What a clerk does next with a parcel: begin, weigh, report what is short, send. */
export function PackingPanel({ parcel }: { parcel: PickListView }) {
  const t = useT();
  const { number, state, lines } = parcel;
  if (state !== 'to-pack' && state !== 'packing' && state !== 'partly-shipped') return null;
  const unweighed = lines.some(({ weight, toSend }) => weight !== null && weight.weighed === null && toSend > 0);
  const isWeighed = lines.some(({ weight }) => weight !== null && weight.weighed !== null);
  return (
    <div className="stack screen-only">
      {state === 'to-pack' ? (
        <PackingButton number={number} to="packing" />
      ) : (
        <section className="panel stack">
          <LineStates lines={lines} />
          {unweighed ? (
            <a className="btn btn-wide" href={`/coop/parcels/${number}/weights`}>
              {t('fulfilment.weigh.open')}
            </a>
          ) : null}
          <a className="btn btn-second" href={`/coop/parcels/${number}/shortage`}>
            {t('fulfilment.short.open')}
          </a>
          {state === 'packing' && !isWeighed ? <PackingButton number={number} to="to-pack" /> : null}
        </section>
      )}
      {unweighed ? null : (
        <section className="panel stack">
          <h2>{t('coop.shipment.title')}</h2>
          <ShipmentForm number={number} lines={lines} />
        </section>
      )}
    </div>
  );
}

function PackingButton({ number, to }: { number: string; to: 'packing' | 'to-pack' }) {
  const t = useT();
  const key = to === 'packing' ? 'start' : 'stop';
  return (
    <form
      method="post"
      action={`/coop/parcels/${number}/packing`}
      className={to === 'packing' ? 'panel stack' : 'stack'}
    >
      <input type="hidden" name="to" value={to} />
      <button type="submit" className={to === 'packing' ? 'btn btn-wide' : 'btn btn-quiet'}>
        {t(`fulfilment.packing.${key}`)}
      </button>
      <p className="quiet small">{t(`fulfilment.packing.${key}Help`)}</p>
    </form>
  );
}

function LineStates({ lines }: { lines: PackingLineView[] }) {
  const t = useT();
  const text = useText();
  return (
    <>
      <h2>{t('fulfilment.packing.lines')}</h2>
      <ul className="lines">
        {lines.map(({ line, productName, packName, count, sent, toSend, givenBack, weight }) => (
          <li key={line}>
            <b>{text(productName)}</b> <span className="quiet small">{text(packName)}</span>
            <span className="small block">
              {[
                t('fulfilment.packing.bought', { count }),
                sent > 0 ? t('fulfilment.packing.sent', { count: sent }) : null,
                givenBack > 0 ? t('fulfilment.packing.givenBack', { count: givenBack }) : null,
                t('fulfilment.packing.toSend', { count: toSend }),
                weight ? weighedWords(weight.weighed, t) : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function weighedWords(grams: number | null, t: ReturnType<typeof useT>): string {
  return grams === null ? t('fulfilment.weigh.waiting') : t('fulfilment.weigh.weighed', { grams });
}
