import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { PlainForm } from '#app/components/bank/plain-form.tsx';
import { useBookLineWords } from '#app/components/settlement/line-words.ts';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { getDeduction, withdrawDeduction } from '#server/dues/index.ts';
import { fen, formatYuan } from '#server/kernel/money.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'settlement.deduction.withdrawTitle');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, (ctx) => getDeduction(ctx, args.params.code ?? '', args.params.line ?? ''));
}

export function action(args: ActionFunctionArgs) {
  const { code = '', line = '' } = args.params;
  return submitForm(args, z.object({}), async (ctx) => {
    await withdrawDeduction(ctx, code, line);
    return redirectWithToast(args, `/books/dues/${code}`, 'settlement.deduction.withdrawn');
  });
}

/** Takes a deduction back that was only proposed. */
export default function WithdrawDeductionPage() {
  const t = useT();
  const wordsOf = useBookLineWords();
  const { household, line } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const lead = { what: wordsOf(line), amount: formatYuan(fen(-line.amount)) };
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t('settlement.dues.title'), href: '/books/dues' },
          { label: household.name, href: `/books/dues/${household.code}` },
          { label: t('settlement.deduction.withdrawTitle') },
        ]}
      />
      <h1>{t('settlement.deduction.withdrawHeading', { name: household.name })}</h1>
      {line.state === 'accrued' || sent ? (
        <div className="stack">
          <p>{t('settlement.deduction.withdrawLead', lead)}</p>
          <PlainForm id="withdrawal" sent={sent} fields={[]} submit={t('settlement.deduction.withdraw')} danger />
        </div>
      ) : (
        <p>{t('settlement.deduction.gone', { state: t(`settlement.lines.state.${line.state}`) })}</p>
      )}
    </>
  );
}
