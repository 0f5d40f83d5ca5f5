import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PlainForm } from '#app/components/bank/plain-form.tsx';
import { FigureCard } from '#app/components/office/figure-card.tsx';
import { AdvanceTable, MovementTable } from '#app/components/settlement/fund-tables.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { hrefWith, pageIn } from '#app/components/workspaces/wish.ts';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { FillFund } from '#server/dues/contract.ts';
import { fillFund, getFund } from '#server/dues/index.ts';
import { fen, formatYuan } from '#server/kernel/money.ts';
import { can } from '#server/platform/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'settlement.fund.title');

export function loader(args: LoaderFunctionArgs) {
  const { searchParams, search } = new URL(args.request.url);
  const moved = new URLSearchParams({ page: searchParams.get('movements') ?? '1' });
  return withCtx(args, async (ctx) => ({
    fund: await getFund(ctx, { page: pageIn(searchParams), movements: pageIn(moved) }),
    key: randomUUID(),
    mayFill: can(ctx.actor, 'advances.fund'),
    search,
  }));
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, FillFund, async (ctx, input) => {
    await fillFund(ctx, input);
    return redirectWithToast(args, '/books/fund', 'settlement.fund.done', { amount: formatYuan(fen(input.amount)) });
  });
}

/** The money set aside to pay households early: what is there, what is out, what moved it. */
export default function FundPage() {
  const t = useT();
  const { fund, key, mayFill, search } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: t('settlement.dues.title'), href: '/books/dues' }, { label: t('settlement.fund.title') }]}
      />
      <h1>{t('settlement.fund.title')}</h1>
      <p className="quiet">{t('settlement.fund.lead')}</p>
      <div className="figures">
        <FigureCard name={t('settlement.fund.balance')} value={formatYuan(fund.balance)} />
        <FigureCard name={t('settlement.fund.lent')} value={formatYuan(fund.lent)} />
      </div>
      <div className="settlement-parts">
        {mayFill ? (
          <section className="panel stack">
            <h2>{t('settlement.fund.fill')}</h2>
            <PlainForm
              id="fund"
              sent={sent}
              hidden={{ key }}
              fields={[
                { name: 'amount', label: t('settlement.fund.amount'), inputMode: 'decimal' },
                { name: 'from', label: t('settlement.fund.from'), help: t('settlement.fund.fromHelp') },
              ]}
              submit={t('settlement.fund.submit')}
            />
          </section>
        ) : null}
        <div>
          <MovementTable movements={fund.movements.rows} />
          <Pager
            page={fund.movements.page}
            pages={fund.movements.pages}
            hrefOf={(page) => hrefWith('/books/fund', search, { movements: page })}
          />
        </div>
        <div>
          <AdvanceTable advances={fund.advances} />
          <Pager page={fund.page} pages={fund.pages} hrefOf={(page) => hrefWith('/books/fund', search, { page })} />
        </div>
      </div>
    </>
  );
}
