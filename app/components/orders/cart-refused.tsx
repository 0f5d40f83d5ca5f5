import { useActionData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';

/** What stands when something could not be put into the cart: why, and the way on. */
export function CartRefused() {
  const t = useT();
  const sent = useActionData<Sent>();
  const errors = Object.values(sent?.lastResult.error ?? {}).flatMap((list) => list ?? []);
  return (
    <div className="page page-narrow stack">
      <h1>{t('orders.cart.title')}</h1>
      <Refusal of={sent?.refusal} />
      <ErrorSummary fields={[]} errors={errors} />
      <div className="row">
        <a className="btn" href="/cart">
          {t('orders.steps.cart')}
        </a>
        <a className="btn btn-second" href="/products">
          {t('orders.cart.browse')}
        </a>
      </div>
    </div>
  );
}
