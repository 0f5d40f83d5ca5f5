import { formatDate, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { PickListView } from '#server/fulfilment/contract.ts';
import { useQuantity } from './quantity.ts';

type Pick = PickListView['picks'][number];

/** What to take from which lot and household, product by product, with a box to tick; made to be printed. */
export function PickList({ parcel }: { parcel: PickListView }) {
  const t = useT();
  const text = useText();
  if (parcel.picks.length === 0) return <p className="quiet">{t('coop.parcel.noPicks')}</p>;
  return (
    <>
      <ol className="picks">
        {parcel.lines
          .filter(({ line }) => parcel.picks.some((pick) => pick.line === line))
          .map((line) => (
            <li key={line.line}>
              <h3>
                {text(line.productName)}
                <small>{text(line.packName)}</small>
                <b>{t('coop.parcel.packs', { count: line.toSend > 0 ? line.toSend : line.sent })}</b>
              </h3>
              <ul>
                {parcel.picks
                  .filter((pick) => pick.line === line.line)
                  .map((pick) => (
                    <PickRow key={`${pick.lotCode} ${pick.household.code} ${text(pick.produce)}`} pick={pick} />
                  ))}
              </ul>
            </li>
          ))}
      </ol>
      <p className="print-only signature">{t('coop.parcel.signature')}</p>
    </>
  );
}

function PickRow({ pick }: { pick: Pick }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const quantityOf = useQuantity();
  const quantity = quantityOf(pick.quantity, pick.baseUnit);
  const household = t('coop.parcel.household', { name: pick.household.maskedName, code: pick.household.code });
  return (
    <li>
      <label>
        <input
          type="checkbox"
          aria-label={t('coop.parcel.picked', {
            produce: text(pick.produce),
            quantity,
            lot: pick.lotCode,
            household: pick.household.maskedName,
          })}
        />
        <span className="pick-lot">
          <b>{t('coop.parcel.lot', { lot: pick.lotCode })}</b>
          <span>{t('coop.parcel.from', { place: text(pick.location) })}</span>
        </span>
        <span className="pick-household">
          <span>{household}</span>
          <span className="quiet small">
            {text(pick.produce)} · {t('coop.parcel.bestBefore', { day: formatDate(pick.bestBefore, language) })}
          </span>
        </span>
        <b className="pick-quantity">{quantity}</b>
      </label>
    </li>
  );
}
