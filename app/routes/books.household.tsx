import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useKindOfAccount } from '#app/components/ledger/side.ts';
import { FigureCard } from '#app/components/office/figure-card.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { HouseholdLedgerTable } from '#app/components/workspaces/household-ledger-table.tsx';
import { periodIn } from '#app/components/workspaces/period.ts';
import { pageIn } from '#app/components/workspaces/wish.ts';
import { formatDate, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { getHouseholdLedger } from '#server/settlement/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'books.household.title');

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const period = searchParams.has('from') ? periodIn(searchParams, businessDayOf(args.context.now())) : null;
  const code = args.params.code ?? '';
  return { ledger: await withCtx(args, (ctx) => getHouseholdLedger(ctx, code, pageIn(searchParams), period)) };
}

export default function HouseholdLedgerPage() {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const kindOf = useKindOfAccount();
  const { ledger } = useLoaderData<typeof loader>();
  const { household, period } = ledger;
  const path = `/books/households/${household.code}`;
  const days = period ? `from=${period.from}&to=${period.to}` : '';
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t('books.households.title'), href: `/books/households${days ? `?${days}` : ''}` },
          { label: household.name },
        ]}
      />
      <h1>{t('books.household.heading', { name: household.name })}</h1>
      <p className="quiet">{t('books.household.place', { code: household.code, village: text(household.village) })}</p>
      <div className="figures">
        <FigureCard
          name={t('books.household.earned')}
          value={formatYuan(ledger.earned)}
          note={t('books.household.earnedNote')}
        />
        <FigureCard
          name={t('books.household.paid')}
          value={<a href={`/books/dues/${household.code}?stands=paid`}>{formatYuan(ledger.paid)}</a>}
          note={
            <a className="link" href={`/books/dues/${household.code}`}>
              {t('books.household.dues')}
            </a>
          }
        />
        {period ? (
          <FigureCard
            name={t('books.household.period', {
              from: formatDate(period.from, language),
              to: formatDate(period.to, language),
            })}
            value={formatYuan(period.total)}
            note={
              <a className="link" href={path}>
                {t('books.household.all')}
              </a>
            }
          />
        ) : null}
      </div>
      <div className="stack">
        {ledger.accounts.length > 0 ? (
          <DefinitionTable
            caption={t('books.household.accounts')}
            rows={ledger.accounts.map(({ code, kind, owed }) => ({
              term: kindOf(kind),
              value: <a href={`/books/ledger/${encodeURIComponent(code)}`}>{amount(owed)}</a>,
            }))}
          />
        ) : null}
        <HouseholdLedgerTable ledger={ledger} />
      </div>
      <Pager
        page={ledger.page}
        pages={ledger.pages}
        hrefOf={(page) => `${path}?${days ? `${days}&` : ''}page=${page}`}
      />
    </>
  );
}
