import { useT } from '#app/i18n/index.tsx';
import type { CartView } from '#server/orders/contract.ts';
import { useCouponReason } from './coupon-reason.ts';

/** Where a coupon is typed; beside it why the one that was typed takes nothing off. */
export function CouponField({ coupon }: { coupon: CartView['coupon'] }) {
  const t = useT();
  const reason = useCouponReason(coupon);
  return (
    <div className="field">
      <label htmlFor="coupon">{t('promotions.coupon.label')}</label>
      <div className="row">
        <form method="post" action="/cart/coupon" className="row">
          <input
            id="coupon"
            name="code"
            className="coupon-code"
            defaultValue={coupon?.code ?? ''}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-invalid={reason ? true : undefined}
            aria-describedby={coupon ? 'coupon-says' : undefined}
          />
          <button type="submit" className="btn btn-second">
            {t('promotions.coupon.use')}
          </button>
        </form>
        {coupon ? (
          <form method="post" action="/cart/coupon">
            <input type="hidden" name="code" value="" />
            <button type="submit" className="btn btn-quiet">
              {t('promotions.coupon.remove')}
            </button>
          </form>
        ) : null}
      </div>
      {reason ? (
        <p className="field-error" id="coupon-says">
          {reason}
        </p>
      ) : coupon ? (
        <p className="field-help" id="coupon-says">
          {t('promotions.coupon.applied', { code: coupon.code })}
        </p>
      ) : null}
    </div>
  );
}
