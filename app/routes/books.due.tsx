import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FigureCard } from '#app/components/office/figure-card.tsx';
import { Agreed } from '#app/components/settlement/agreed.tsx';
import { DueLinesTable } from '#app/components/settlement/due-lines-table.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { Tabs } from '#app/components/workspaces/tabs.tsx';
import { choiceIn, pageIn } from '#app/components/workspaces/wish.ts';
import { useT, useText } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { dueFilters, moneyStands } from '#server/dues/contract.ts';
import { findAgreements, findSellersOf, getHouseholdDues } from '#server/dues/index.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { can } from '#server/platform/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'settlement.due.title');

export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const code = args.params.code ?? '';
  const wish = { filter: choiceIn(searchParams, 'stands', dueFilters), page: pageIn(searchParams) };
  return withCtx(args, async (ctx) => ({
    dues: await getHouseholdDues(ctx, code, wish),
    agreements: await findAgreements(ctx, code),
    sellers: await findSellersOf(ctx, code),
    may: {
      advance: can(ctx.actor, 'advances.give'),
      deduction: can(ctx.actor, 'deductions.propose'),
      card: can(ctx.actor, 'payouts.assemble'),
    },
  }));
}

/** All a household is due and was paid, line by line, with what can be done for it. */
export default function HouseholdDuesPage() {
  const t = useT();
  const text = useText();
  const { dues, agreements, sellers, may } = useLoaderData<typeof loader>();
  const { household, money, filter } = dues;
  const path = `/books/dues/${household.code}`;
  const shown = dueFilters.filter((name) => name === 'all' || name === filter || money[name] !== 0);
  const actions = [
    { href: `/books/households/${household.code}`, label: t('settlement.due.ledger'), may: true },
    {
      href: `${path}/advance`,
      label: t('settlement.due.advance'),
      may: may.advance && money.earned + money.advanced > 0,
    },
    { href: `${path}/deduction`, label: t('settlement.due.deduct'), may: may.deduction },
    { href: `${path}/card`, label: t('settlement.due.card'), may: may.card },
  ];
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t('settlement.dues.title'), href: '/books/dues' }, { label: household.name }]} />
      <h1>{t('settlement.due.heading', { name: household.name })}</h1>
      <p className="quiet">{t('settlement.due.place', { code: household.code, village: text(household.village) })}</p>
      <div className="figures">
        {moneyStands
          .filter((stands) => money[stands] !== 0)
          .map((stands) => (
            <FigureCard
              key={stands}
              name={t(`settlement.dues.stands.${stands}`)}
              value={
                <a href={stands === 'earned' ? `/books/households/${household.code}` : `${path}?stands=${stands}`}>
                  {formatYuan(money[stands])}
                </a>
              }
            />
          ))}
      </div>
      <div className="row settlement-actions">
        {actions
          .filter((action) => action.may)
          .map(({ href, label }) => (
            <a key={href} className="btn btn-second" href={href}>
              {label}
            </a>
          ))}
      </div>
      {shown.length > 1 ? (
        <Tabs
          label={t('settlement.due.filter')}
          tabs={shown.map((name) => ({
            href: name === 'all' ? path : `${path}?stands=${name}`,
            label: name === 'all' ? t('settlement.due.all') : t(`settlement.dues.stands.${name}`),
            current: name === filter,
          }))}
        />
      ) : null}
      <DueLinesTable
        lines={dues.lines}
        withdrawal={may.deduction ? ({ id }) => `${path}/deductions/${id}` : undefined}
      />
      <Pager page={dues.page} pages={dues.pages} hrefOf={(page) => `${path}?stands=${filter}&page=${page}`} />
      <Agreed agreements={agreements} sellers={sellers} />
    </>
  );
}
