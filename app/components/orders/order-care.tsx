import type { ReactNode } from 'react';
import { Confirm } from '#app/components/form/confirm.tsx';
import { useT } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { OrderChangesView } from '#server/refunds/contract.ts';

type OrderCareProps = { changes: OrderChangesView; accessKey: string | null };

/** What the buyer can do about a paid order: say that he has it, change it or take it back before it is packed. */
export function OrderCare({ changes, accessKey }: OrderCareProps) {
  const t = useT();
  const key = accessKey ? `?key=${encodeURIComponent(accessKey)}` : '';
  const at = (page: string) => `/orders/${changes.number}/${page}${key}`;
  const onTheWay = changes.parcels.filter(({ state }) => state === 'shipped');
  const toPack = changes.parcels.filter(({ state }) => state === 'to-pack');
  const begun = changes.parcels.filter(({ state }) => state === 'packing' || state === 'partly-shipped');
  if (onTheWay.length + toPack.length + begun.length === 0) return null;
  const several = changes.parcels.length > 1;
  return (
    <section className="panel stack screen-only" aria-label={t('fulfilment.care.title')}>
      {onTheWay.map(({ number }) => (
        <form key={number} method="post" action={at('received')} className="stack">
          <input type="hidden" name="parcel" value={number} />
          <button type="submit" className="btn btn-large">
            {several ? t('fulfilment.care.receivedAsk', { number }) : t('fulfilment.care.received')}
          </button>
          <p className="quiet small">{t('fulfilment.care.receivedHelp')}</p>
        </form>
      ))}
      {toPack.length > 0 ? (
        <>
          <p className="quiet">{t(changes.isOpen ? 'fulfilment.care.window' : 'fulfilment.care.windowPart')}</p>
          <div className="row">
            {changes.isOpen ? (
              <a className="btn btn-second" href={at('delivery')}>
                {t('fulfilment.care.delivery')}
              </a>
            ) : null}
            <a className="btn btn-second" href={at('packs')}>
              {t('fulfilment.care.packs')}
            </a>
          </div>
          {changes.isOpen ? (
            <TakeBack action={at('taking-back')} ask={t('fulfilment.care.cancelAll')} returns={changes.returns} />
          ) : null}
          {several || !changes.isOpen
            ? toPack.map(({ number, returns }) => (
                <TakeBack
                  key={number}
                  action={at('taking-back')}
                  parcel={number}
                  ask={
                    <span>
                      {t('fulfilment.care.cancelParcel')} <span className="nowrap">{number}</span>
                    </span>
                  }
                  returns={returns}
                />
              ))
            : null}
        </>
      ) : null}
      {begun.length > 0 ? <p className="quiet small">{t('fulfilment.care.begun')}</p> : null}
    </section>
  );
}

type TakeBackProps = { action: string; ask: ReactNode; returns: number; parcel?: string };

/** Asks before the money goes back, with what it comes to. */
function TakeBack({ action, ask, returns, parcel = '' }: TakeBackProps) {
  const t = useT();
  return (
    <Confirm ask={ask} consequence={t('fulfilment.care.cancelSure', { amount: formatYuan(returns) })}>
      <form method="post" action={action}>
        <input type="hidden" name="parcel" value={parcel} />
        <button type="submit" className="btn btn-danger">
          {ask}
        </button>
      </form>
    </Confirm>
  );
}
