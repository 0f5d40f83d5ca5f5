import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PlainForm } from '#app/components/bank/plain-form.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { HandBack } from '#server/bank/contract.ts';
import { getCashRefund, handBackCash, ownCounter } from '#server/bank/index.ts';
import { formatYuan } from '#server/kernel/money.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.cash.back');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => ({
    refund: await getCashRefund(ctx, (await ownCounter(ctx)).id, args.params.id ?? ''),
  }));
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, HandBack, async (ctx, input) => {
    await handBackCash(ctx, (await ownCounter(ctx)).id, args.params.id ?? '', input);
    return redirectWithToast(args, '/coop/cash', 'bank.cash.handedBack');
  });
}

/** Hands cash back over the counter. */
export default function HandBackPage() {
  const t = useT();
  const { refund } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const words = { amount: formatYuan(refund.amount), number: refund.number };
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t('bank.cash.title'), href: '/coop/cash' }, { label: refund.number }]} />
      <h1>{t('bank.cash.backHeading', words)}</h1>
      <PlainForm
        id="hand-back"
        sent={sent}
        fields={[
          {
            name: 'receivedBy',
            label: t('bank.cash.receivedBy'),
            help: t('bank.cash.receivedByHelp'),
            value: refund.recipient,
          },
        ]}
        submit={t('bank.cash.handBack')}
      />
    </>
  );
}
