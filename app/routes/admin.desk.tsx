import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Field } from '#app/components/form/field.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { AccountTable } from '#app/components/workspaces/account-table.tsx';
import { AdminWaiting } from '#app/components/workspaces/admin-waiting.tsx';
import { HealthFold } from '#app/components/workspaces/health-fold.tsx';
import { useWaited } from '#app/components/workspaces/waited.ts';
import { hrefWith, pageIn } from '#app/components/workspaces/wish.ts';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { countEscalatedClaims } from '#server/after-sales/index.ts';
import { getHealth } from '#server/insight/index.ts';
import { findAccounts } from '#server/people/index.ts';
import { countGivenUp } from '#server/platform/messages/index.ts';

const QUERY_CHARACTERS_MAX = 60;

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'workspaces.admin.title');

export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const query = (searchParams.get('q') ?? '').replaceAll('\u0000', '').trim().slice(0, QUERY_CHARACTERS_MAX);
  return withCtx(args, async (ctx) => ({
    accounts: await findAccounts(ctx, { query, page: pageIn(searchParams) }),
    health: await getHealth(ctx),
    claims: await countEscalatedClaims(ctx),
    givenUp: await countGivenUp(ctx),
  }));
}

export default function AdminDeskPage() {
  const t = useT();
  const language = useLanguage();
  const { accounts, health, claims, givenUp } = useLoaderData<typeof loader>();
  const waited = useWaited(health.asOf);
  const { news } = health;
  return (
    <>
      <h1>{t('workspaces.admin.title')}</h1>
      <section className="section">
        <div className="section-title">
          <h2>{t('workspaces.waiting')}</h2>
        </div>
        <AdminWaiting claims={claims} givenUp={givenUp} late={health.jobs.filter(({ overdue }) => overdue).length} />
      </section>
      <section className="section" id="health">
        <div className="section-title">
          <h2>{t('workspaces.admin.health')}</h2>
          <span className="quiet">
            {t('workspaces.admin.healthLead', { time: formatMoment(health.asOf, language) })}
          </span>
        </div>
        <HealthFold health={health} />
        <p className="quiet">
          {t('workspaces.admin.news', { count: news.waiting, since: news.oldest ? waited(news.oldest) : '' })}
        </p>
      </section>
      <section className="section" id="accounts">
        <div className="section-title">
          <h2>{t('workspaces.admin.accounts')}</h2>
          <span className="quiet">{t('workspaces.admin.accountsCount', { count: accounts.accounts })}</span>
        </div>
        <form action="/admin#accounts" className="row find">
          <Field
            of={{ id: 'q', name: 'q', initialValue: accounts.query }}
            label={t('workspaces.admin.search')}
            type="search"
            maxLength={QUERY_CHARACTERS_MAX}
          />
          <button type="submit" className="btn btn-second">
            {t('workspaces.admin.find')}
          </button>
        </form>
        <AccountTable list={accounts} />
        <Pager
          page={accounts.page}
          pages={accounts.pages}
          hrefOf={(page) => `${hrefWith('/admin', '', { q: accounts.query || null, page })}#accounts`}
        />
      </section>
    </>
  );
}
