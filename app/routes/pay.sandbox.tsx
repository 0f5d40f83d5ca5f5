import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Refusal } from '#app/components/form/refusal.tsx';
import { Seal } from '#app/components/shop/seal.tsx';
import { Steps } from '#app/components/shop/steps.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { PayInSandbox } from '#server/orders/contract.ts';
import { getPaymentReturn, payInSandbox } from '#server/orders/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'orders.pay.sandboxTitle');

export async function loader(args: LoaderFunctionArgs) {
  const payment = await withCtx(args, (ctx) => getPaymentReturn(ctx, args.params.paymentId ?? ''));
  const order = `/orders/${payment.number}?key=${payment.accessKey}`;
  if (payment.state === 'succeeded' || payment.state === 'refunded' || !payment.payable) throw redirect(order);
  return { amount: payment.amount, number: payment.number, failed: payment.state === 'failed', order };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, PayInSandbox, async (ctx, { outcome }) => {
    const paymentId = args.params.paymentId ?? '';
    await payInSandbox(ctx, paymentId, outcome, args.context.env.demo);
    const { number, accessKey, state } = await getPaymentReturn(ctx, paymentId);
    const said = saidOf[state];
    return redirectWithToast(args, `/orders/${number}?key=${accessKey}`, said);
  });
}

const saidOf = {
  started: 'orders.pay.failed',
  failed: 'orders.pay.failed',
  succeeded: 'orders.pay.done',
  refunded: 'orders.pay.refunded',
} as const;

export default function SandboxPage() {
  const t = useT();
  const { amount, number, order } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <div className="page page-narrow stack">
      <Steps
        label={t('orders.steps.label')}
        steps={[t('orders.steps.cart'), t('orders.steps.checkout'), t('orders.steps.paid')]}
        current={2}
      />
      <div className="row row-between">
        <h1>{t('orders.pay.sandboxTitle')}</h1>
        <Seal characters="沙箱试付" label={t('orders.pay.sandboxTitle')} />
      </div>
      <p>{t('orders.pay.sandbox')}</p>
      <Refusal of={sent?.refusal} />
      <section className="panel stack">
        <p className="row row-between">
          <span>{t('orders.pay.order', { number })}</span>
          <span className="price price-large">{formatYuan(amount)}</span>
        </p>
        <form method="post" className="row">
          <button type="submit" name="outcome" value="succeeded" className="btn btn-large">
            {t('orders.pay.succeed')}
          </button>
          <button type="submit" name="outcome" value="failed" className="btn btn-second">
            {t('orders.pay.fail')}
          </button>
          <a className="btn btn-quiet" href={order}>
            {t('orders.pay.leave')}
          </a>
        </form>
      </section>
    </div>
  );
}
