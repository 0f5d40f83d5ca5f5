import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PlainForm } from '#app/components/bank/plain-form.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { CreditLine } from '#server/bank/contract.ts';
import { getPart, releasePart } from '#server/bank/index.ts';
import { formatYuan } from '#server/kernel/money.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.credits.release');

export async function loader(args: LoaderFunctionArgs) {
  return { part: await withCtx(args, (ctx) => getPart(ctx, args.params.paymentId ?? '')) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, CreditLine, async (ctx, input) => {
    const { amount } = await releasePart(ctx, args.params.paymentId ?? '', input);
    return redirectWithToast(args, '/books/bank/credits', 'bank.part.released', {
      amount: formatYuan(amount),
    });
  });
}

/** Gives up waiting for the rest of a transfer. */
export default function PartPage() {
  const t = useT();
  const { part } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: t('bank.credits.title'), href: '/books/bank/credits' }, { label: t('bank.credits.release') }]}
      />
      <h1>{t('bank.part.heading', { number: part.number })}</h1>
      <div className="stack">
        <p className="quiet">
          {t('bank.part.lead', { received: formatYuan(part.received), amount: formatYuan(part.amount) })}
        </p>
        <PlainForm
          id="release"
          sent={sent}
          fields={[{ name: 'reason', label: t('bank.line.reason'), help: t('bank.line.reasonHelp') }]}
          submit={t('bank.part.release')}
        />
      </div>
    </>
  );
}
