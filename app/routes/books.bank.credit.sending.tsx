import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PlainForm } from '#app/components/bank/plain-form.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { SendCredit } from '#server/bank/contract.ts';
import { getCredit, sendCredit } from '#server/bank/index.ts';
import { formatYuan } from '#server/kernel/money.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.credit.sendTitle');

export async function loader(args: LoaderFunctionArgs) {
  return { credit: await withCtx(args, (ctx) => getCredit(ctx, args.params.id ?? '')) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, SendCredit, async (ctx, input) => {
    await sendCredit(ctx, args.params.id ?? '', input);
    return redirectWithToast(args, '/books/bank/credits', 'bank.credit.sent');
  });
}

/** Books a credit that a person has sent back. */
export default function SendCreditPage() {
  const t = useT();
  const { credit } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t('bank.credits.title'), href: '/books/bank/credits' },
          { label: t('bank.credit.sendTitle') },
        ]}
      />
      <h1>
        {formatYuan(credit.left)} {credit.payerName}
      </h1>
      <div className="stack">
        <p className="quiet">{t('bank.credit.sendLead')}</p>
        <PlainForm
          id="sending"
          sent={sent}
          fields={[
            { name: 'toName', label: t('bank.credit.toName'), value: credit.payerName ?? '' },
            {
              name: 'toAccount',
              label: t('bank.credit.toAccount'),
              value: credit.payerAccount ?? '',
              inputMode: 'numeric',
            },
            { name: 'reference', label: t('bank.credit.reference') },
            { name: 'reason', label: t('bank.line.reason'), help: t('bank.line.reasonHelp') },
          ]}
          submit={t('bank.credit.send')}
        />
      </div>
    </>
  );
}
