import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PlainForm } from '#app/components/bank/plain-form.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { formatDate, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { AdvanceHousehold } from '#server/dues/contract.ts';
import { advanceHousehold, getAdvanceable } from '#server/dues/index.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { getNextStatement } from '#server/statements/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'settlement.advance.title');

export function loader(args: LoaderFunctionArgs) {
  const code = args.params.code ?? '';
  return withCtx(args, async (ctx) => ({
    ...(await getAdvanceable(ctx, code)),
    statement: await getNextStatement(ctx, code),
    key: randomUUID(),
  }));
}

export function action(args: ActionFunctionArgs) {
  const household = args.params.code ?? '';
  return submitForm(args, AdvanceHousehold.omit({ household: true }), async (ctx, input) => {
    await advanceHousehold(ctx, { ...input, household });
    const day = formatDate((await getNextStatement(ctx, household)).on, args.context.lang);
    return redirectWithToast(args, `/books/dues/${household}?stands=accrued`, 'settlement.advance.done', { day });
  });
}

/** Pays a household early, out of the revolving fund: how much it may still be, and when it arrives. */
export default function AdvancePage() {
  const t = useT();
  const language = useLanguage();
  const { household, most, lent, balance, statement, key } = useLoaderData<typeof loader>();
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
        {lent > 0 ? <p className="quiet">{t('settlement.advance.lent', { lent: formatYuan(lent) })}</p> : null}
        {most === 0 && !sent ? <p>{t('settlement.advance.none')}</p> : null}
        {most > 0 ? (
          <>
            <p>{t('settlement.advance.lead', { most: formatYuan(most), balance: formatYuan(balance) })}</p>
            <p className="quiet">
              {t('settlement.advance.when', { day: formatDate(statement.on, language), days: statement.answerDays })}
            </p>
          </>
        ) : null}
        {most > 0 || sent ? (
          <PlainForm
            id="advance"
            sent={sent}
            hidden={{ key }}
            fields={[
              { name: 'amount', label: t('settlement.advance.amount'), inputMode: 'decimal' },
              {
                name: 'reason',
                label: t('settlement.advance.reason'),
                help: t('settlement.advance.reasonHelp'),
                maxLength: 200,
              },
            ]}
            submit={t('settlement.advance.submit')}
          />
        ) : null}
      </div>
    </>
  );
}
