import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PlainForm } from '#app/components/bank/plain-form.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { AdvanceHousehold } from '#server/dues/contract.ts';
import { advanceHousehold, getFund, getHouseholdDues } from '#server/dues/index.ts';
import { formatYuan } from '#server/kernel/money.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'settlement.advance.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => {
    const { household, money } = await getHouseholdDues(ctx, args.params.code ?? '', { page: 1 });
    const { balance } = await getFund(ctx, { page: 1 });
    return { household, earned: money.earned, balance, key: randomUUID() };
  });
}

export function action(args: ActionFunctionArgs) {
  const household = args.params.code ?? '';
  return submitForm(args, AdvanceHousehold.omit({ household: true }), async (ctx, input) => {
    await advanceHousehold(ctx, { ...input, household });
    return redirectWithToast(args, `/books/dues/${household}?stands=accrued`, 'settlement.advance.done');
  });
}

/** Pays a household early, out of the revolving fund. */
export default function AdvancePage() {
  const t = useT();
  const { household, earned, balance, key } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t('settlement.dues.title'), href: '/books/dues' },
          { label: household.name, href: `/books/dues/${household.code}` },
          { label: t('settlement.advance.title') },
        ]}
      />
      <h1>{t('settlement.advance.heading', { name: household.name })}</h1>
      <div className="stack">
        <p className="quiet">
          {t('settlement.advance.lead', { earned: formatYuan(earned), balance: formatYuan(balance) })}
        </p>
        {earned === 0 && !sent ? <p>{t('settlement.advance.none')}</p> : null}
        {earned > 0 || sent ? (
          <PlainForm
            id="advance"
            sent={sent}
            hidden={{ key }}
            fields={[
              { name: 'amount', label: t('settlement.advance.amount'), inputMode: 'decimal' },
              { name: 'reason', label: t('settlement.advance.reason'), help: t('settlement.advance.reasonHelp') },
            ]}
            submit={t('settlement.advance.submit')}
          />
        ) : null}
      </div>
    </>
  );
}
