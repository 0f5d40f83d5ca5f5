import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DueLinesTable } from '#app/components/coop-money/due-lines-table.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { pageIn } from '#app/components/workspaces/wish.ts';
import { useT, useText } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { moneyStands } from '#server/dues/contract.ts';
import { getHouseholdDues } from '#server/dues/index.ts';
import { formatYuan } from '#server/kernel/money.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'coopMoney.household.title');

export async function loader(args: LoaderFunctionArgs) {
  const page = pageIn(new URL(args.request.url).searchParams);
  return { dues: await withCtx(args, (ctx) => getHouseholdDues(ctx, args.params.code ?? '', { page })) };
}

/** Where the money of one household is, as far as this cooperative's sales go. */
export default function CoopHouseholdPage() {
  const t = useT();
  const text = useText();
  const { dues } = useLoaderData<typeof loader>();
  const { household, money } = dues;
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: t('coopMoney.households.title'), href: '/coop/dues' }, { label: household.name }]}
      />
      <h1>{t('coopMoney.household.heading', { name: household.name })}</h1>
      <p className="quiet">
        {t('coopMoney.household.place', { code: household.code, village: text(household.village) })}
      </p>
      <div className="stack">
        <DefinitionTable
          caption={t('coopMoney.household.stands')}
          rows={moneyStands.map((stand) => ({
            term: t(`coopMoney.stands.${stand}`),
            value: money[stand] === 0 ? null : <b>{formatYuan(money[stand])}</b>,
          }))}
        />
        <DueLinesTable lines={dues.lines} />
      </div>
      <Pager page={dues.page} pages={dues.pages} hrefOf={(page) => `/coop/dues/${household.code}?page=${page}`} />
    </>
  );
}
