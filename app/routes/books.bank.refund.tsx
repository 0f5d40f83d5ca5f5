import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PlainForm } from '#app/components/bank/plain-form.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { SendRefund } from '#server/bank/contract.ts';
import { getRefundByHand, sendRefundByHand } from '#server/bank/index.ts';
import { formatYuan } from '#server/kernel/money.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.refunds.title');

export async function loader(args: LoaderFunctionArgs) {
  return { refund: await withCtx(args, (ctx) => getRefundByHand(ctx, args.params.id ?? '')) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, SendRefund, async (ctx, input) => {
    await sendRefundByHand(ctx, args.params.id ?? '', input);
    return redirectWithToast(args, '/books/bank/refunds', 'bank.refunds.sent');
  });
}

/** Books a refund that a person has sent through the bank. */
export default function SendRefundPage() {
  const t = useT();
  const { refund } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: t('bank.refunds.title'), href: '/books/bank/refunds' }, { label: t('bank.refunds.title') }]}
      />
      <h1>{t('bank.refunds.heading', { amount: formatYuan(refund.amount), number: refund.number })}</h1>
      <div className="stack">
        <p className="quiet">{t('bank.credit.sendLead')}</p>
        <PlainForm
          id="refund"
          sent={sent}
          fields={[
            { name: 'toName', label: t('bank.credit.toName'), value: refund.payerName ?? '' },
            {
              name: 'toAccount',
              label: t('bank.credit.toAccount'),
              value: refund.payerAccount ?? '',
              inputMode: 'numeric',
            },
            { name: 'reference', label: t('bank.credit.reference') },
          ]}
          submit={t('bank.credit.send')}
        />
      </div>
    </>
  );
}
