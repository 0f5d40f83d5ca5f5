import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { DeductionForm } from '#app/components/settlement/deduction-form.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { ProposeDeduction } from '#server/dues/contract.ts';
import { findAgreements, findSellersOf, getHouseholdByCode, proposeDeduction } from '#server/dues/index.ts';

const ProposeFor = ProposeDeduction.omit({ household: true }).extend({ seller: z.uuid('form.choose') });

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'settlement.deduction.title');

export function loader(args: LoaderFunctionArgs) {
  const code = args.params.code ?? '';
  return withCtx(args, async (ctx) => {
    const { name } = await getHouseholdByCode(ctx, code);
    const agreements = await findAgreements(ctx, code);
    const sellers = (await findSellersOf(ctx, code)).map((seller) => ({
      ...seller,
      cap: agreements.find(({ organization }) => organization === seller.code)?.cap ?? 0,
    }));
    return { household: { code, name }, sellers };
  });
}

export function action(args: ActionFunctionArgs) {
  const household = args.params.code ?? '';
  return submitForm(args, ProposeFor, async (ctx, { seller, ...input }) => {
    await proposeDeduction(ctx, seller, { ...input, household });
    return redirectWithToast(args, `/books/dues/${household}?stands=accrued`, 'settlement.deduction.done');
  });
}

/** Asks a household to let a cooperative keep something of its money. */
export default function DeductionPage() {
  const t = useT();
  const { household, sellers } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t('settlement.dues.title'), href: '/books/dues' },
          { label: household.name, href: `/books/dues/${household.code}` },
          { label: t('settlement.deduction.title') },
        ]}
      />
      <h1>{t('settlement.deduction.heading', { name: household.name })}</h1>
      {sellers.length === 0 ? (
        <p>{t('settlement.deduction.none')}</p>
      ) : (
        <div className="stack">
          <p className="quiet">{t('settlement.deduction.lead')}</p>
          <DeductionForm sellers={sellers} sent={sent} />
        </div>
      )}
    </>
  );
}
