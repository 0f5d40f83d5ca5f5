import { randomUUID } from 'node:crypto';
import { useForm } from '@conform-to/react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { rememberCart } from '#app/cart.server.ts';
import { Refusal } from '#app/components/form/refusal.tsx';
import { CheckoutFields } from '#app/components/orders/checkout-fields.tsx';
import { CheckoutSummary } from '#app/components/orders/checkout-summary.tsx';
import { ChooseProvider } from '#app/components/orders/choose-provider.tsx';
import { Steps } from '#app/components/shop/steps.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { leadToPayOrOrder, offeredAtCheckout } from '#app/pay.server.ts';
import { isSent, keepTyped, readForm, submitForm, withCtx } from '#app/request.server.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { PlaceOrder } from '#server/orders/contract.ts';
import { findCart, findLastDelivery, placeOrder, priceCart } from '#server/orders/index.ts';
import { deliveryProvinces, findDeliveryRegions } from '#server/places/index.ts';

const HOME_PROVINCE = '35';
/** The button that only asks for another province's places sends this with the form. */
const CHANGING_PROVINCE = 'province';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'orders.checkout.title');

export async function loader(args: LoaderFunctionArgs) {
  const { last, ...around } = await withCtx(args, async (ctx) => {
    const last = await findLastDelivery(ctx);
    return { last, ...(await surroundings(args, last?.region.slice(0, 2) ?? HOME_PROVINCE)) };
  });
  if (around.cart.sellers.length === 0) throw redirect('/cart');
  return { ...around, last, key: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const typed = await readForm(args.request.clone());
  const province = /^\d{2}$/.test(String(typed.get('province'))) ? String(typed.get('province')) : HOME_PROVINCE;
  if (typed.get('step') === CHANGING_PROVINCE) {
    return data({ lastResult: keepTyped(typed), refusal: null, ...(await surroundings(args, province)) });
  }
  const done = await submitForm(args, PlaceOrder, async (ctx, input) => {
    const { cartId, lang } = args.context;
    const { items, coupon } = await findCart(ctx, cartId);
    const wish = coupon === null ? input : { ...input, coupon };
    const order = await placeOrder(ctx, items, wish, { channel: 'ecommerce', route: null, language: lang, cartId });
    if (cartId) rememberCart(args.context, cartId, 0);
    return leadToPayOrOrder(args, ctx, order, String(typed.get('provider') ?? '') || null);
  });
  // What was typed comes back into a page that knows the province it was typed for.
  return isSent(done) ? data({ ...done.data, ...(await surroundings(args, province)) }, done.init ?? {}) : done;
}

/** The cart as it would travel to a province, and the places to choose there. */
function surroundings(args: LoaderFunctionArgs | ActionFunctionArgs, province: string) {
  return withCtx(args, async (ctx) => {
    const { items, coupon } = await findCart(ctx, args.context.cartId);
    const cart = await priceCart(ctx, items, province, coupon);
    const ways = offeredAtCheckout(args.context.env, cart.total);
    return { cart, province, ways, provinces: deliveryProvinces(), regions: findDeliveryRegions(province) };
  });
}

export default function CheckoutPage() {
  const t = useT();
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { cart, province, provinces, regions, ways } = sent ?? loaded;
  const [form, fields] = useForm<PlaceOrder>({
    id: 'checkout',
    lastResult: sent?.lastResult ?? null,
    defaultValue: { ...loaded.last, key: loaded.key },
  });
  const steps = [t('orders.steps.cart'), t('orders.steps.checkout'), t('orders.steps.paid')];
  const payable = cart.total === null ? null : formatYuan(cart.total);
  return (
    <div className="page stack">
      <Steps label={t('orders.steps.label')} steps={steps} current={1} />
      <h1>{t('orders.checkout.title')}</h1>
      <form method="post" id={form.id} className="checkout" noValidate>
        <div className="stack form">
          <Refusal of={sent?.refusal} />
          <CheckoutFields
            fields={fields}
            province={province}
            provinces={provinces}
            regions={regions}
            perishable={cart.perishable}
            step={CHANGING_PROVINCE}
          />
          <input type="hidden" name="key" value={fields.key.initialValue ?? loaded.key} />
          {cart.total === null ? null : <input type="hidden" name="total" value={cart.total} />}
        </div>
        <CheckoutSummary cart={cart}>
          <ChooseProvider ways={ways} />
          <PlaceButton payable={payable} blocked={!cart.canCheckOut} />
        </CheckoutSummary>
      </form>
    </div>
  );
}

/** Why one cannot order stands where the button would say so; pressing it all the same gets the same answer from the server. */
function PlaceButton({ payable, blocked }: { payable: string | null; blocked: boolean }) {
  const t = useT();
  if (blocked) {
    return (
      <>
        <p className="field-error">{t('orders.checkout.blocked')}</p>
        <a className="btn btn-second btn-wide" href="/cart">
          {t('orders.checkout.backToCart')}
        </a>
      </>
    );
  }
  return (
    <>
      <button type="submit" className="btn btn-large btn-wide">
        {payable ? t('orders.checkout.place', { amount: payable }) : t('orders.checkout.placeUnpriced')}
      </button>
      <p className="quiet small">{t('orders.checkout.held')}</p>
    </>
  );
}
