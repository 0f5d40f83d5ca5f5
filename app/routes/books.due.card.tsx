import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PlainForm } from '#app/components/bank/plain-form.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, wayBack, withCtx } from '#app/request.server.ts';
import { getHouseholdByCode } from '#server/dues/index.ts';
import { CorrectCard } from '#server/payouts/contract.ts';
import { correctCard } from '#server/payouts/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'settlement.card.title');

export async function loader(args: LoaderFunctionArgs) {
  const code = args.params.code ?? '';
  const { name } = await withCtx(args, (ctx) => getHouseholdByCode(ctx, code));
  return { household: { code, name } };
}

export function action(args: ActionFunctionArgs) {
  const code = args.params.code ?? '';
  const back = wayBack(args.request);
  return submitForm(args, CorrectCard, async (ctx, input) => {
    await correctCard(ctx, code, input);
    return redirectWithToast(args, back === '/' ? `/books/dues/${code}` : back, 'settlement.card.done');
  });
}

/** The card a household is paid to, put right after the bank could not pay to it. */
export default function CardPage() {
  const t = useT();
  const { household } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t('settlement.dues.title'), href: '/books/dues' },
          { label: household.name, href: `/books/dues/${household.code}` },
          { label: t('settlement.card.title') },
        ]}
      />
      <h1>{t('settlement.card.heading', { name: household.name })}</h1>
      <div className="stack">
        <p className="quiet">{t('settlement.card.lead')}</p>
        <PlainForm
          id="card"
          sent={sent}
          fields={[
            {
              name: 'card',
              label: t('settlement.card.number'),
              help: t('settlement.card.numberHelp'),
              inputMode: 'numeric',
            },
          ]}
          submit={t('settlement.card.submit')}
        />
      </div>
    </>
  );
}
