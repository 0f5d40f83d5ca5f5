import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PlainForm } from '#app/components/bank/plain-form.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { ApplyCredit } from '#server/bank/contract.ts';
import { applyCredit, getCredit } from '#server/bank/index.ts';
import { formatYuan } from '#server/kernel/money.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.credit.applyTitle');

export async function loader(args: LoaderFunctionArgs) {
  return { credit: await withCtx(args, (ctx) => getCredit(ctx, args.params.id ?? '')) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, ApplyCredit, async (ctx, input) => {
    const { amount } = await applyCredit(ctx, args.params.id ?? '', input);
    return redirectWithToast(args, '/books/bank/credits', 'bank.credit.applied', {
      amount: formatYuan(amount),
    });
  });
}

/** Pays for another order with a credit. */
export default function ApplyCreditPage() {
  const t = useT();
  const { credit } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t('bank.credits.title'), href: '/books/bank/credits' },
          { label: t('bank.credit.applyTitle') },
        ]}
      />
      <h1>{t('bank.credit.applyTitle')}</h1>
      <div className="stack">
        <p className="quiet">
          {credit.payerName} {formatYuan(credit.left)}
        </p>
        <PlainForm
          id="apply"
          sent={sent}
          fields={[
            { name: 'to', label: t('bank.line.to') },
            { name: 'reason', label: t('bank.line.reason'), help: t('bank.line.reasonHelp') },
          ]}
          submit={t('bank.credit.apply')}
        />
      </div>
    </>
  );
}
