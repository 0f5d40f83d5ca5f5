import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PlainForm } from '#app/components/bank/plain-form.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { formatDate, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { CreditLine } from '#server/bank/contract.ts';
import { creditLine, getWaitingLine } from '#server/bank/index.ts';
import { formatYuan } from '#server/kernel/money.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.line.creditTitle');

export async function loader(args: LoaderFunctionArgs) {
  return { line: await withCtx(args, (ctx) => getWaitingLine(ctx, args.params.id ?? '')) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, CreditLine, async (ctx, input) => {
    await creditLine(ctx, args.params.id ?? '', input);
    return redirectWithToast(args, '/books/bank/lines', 'bank.line.credited');
  });
}

/** What is left of a line becomes a credit of who sent it. */
export default function CreditLinePage() {
  const t = useT();
  const language = useLanguage();
  const { line } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: t('bank.lines.title'), href: '/books/bank/lines' }, { label: t('bank.line.creditTitle') }]}
      />
      <h1>{t('bank.line.heading', { day: formatDate(line.day, language), amount: formatYuan(line.amount) })}</h1>
      <div className="stack">
        <p className="quiet">{t('bank.line.creditLead')}</p>
        <PlainForm
          id="credit"
          sent={sent}
          fields={[{ name: 'reason', label: t('bank.line.reason'), help: t('bank.line.reasonHelp') }]}
          submit={t('bank.line.credit')}
        />
      </div>
    </>
  );
}
