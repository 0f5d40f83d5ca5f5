import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FigureCard } from '#app/components/office/figure-card.tsx';
import { WaitingList } from '#app/components/office/waiting-list.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { ActionLink } from '#app/components/workspaces/action-link.tsx';
import { answersFor, OfficeFrame } from '#app/components/workspaces/office-frame.tsx';
import { OfficeMap } from '#app/components/workspaces/office-map.tsx';
import { OfficeTable } from '#app/components/workspaces/office-table.tsx';
import { Tabs } from '#app/components/workspaces/tabs.tsx';
import { choiceIn, hrefWith, pageIn } from '#app/components/workspaces/wish.ts';
import { formatCount, formatDate, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { reachFilters } from '#server/settlement/contract.ts';
import { findOfficeHouseholds } from '#server/settlement/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'workspaces.office.title');

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const wish = {
    place: searchParams.get('place') || null,
    filter: choiceIn(searchParams, 'filter', reachFilters),
    page: pageIn(searchParams),
  };
  const view = await withCtx(args, (ctx) => findOfficeHouseholds(ctx, wish));
  return { view, answers: answersFor(args.context.actor) };
}

export default function OfficePage() {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const { view, answers } = useLoaderData<typeof loader>();
  const search = view.place ? `place=${view.place.code}` : '';
  const hrefOf = (changes: Record<string, string | number | null>) => hrefWith('/office', search, changes);
  const areas = view.areas.map(({ name }) => text(name)).join(' · ') || t('workspaces.office.everywhere');
  return (
    <OfficeFrame areas={areas} current="households" answers={answers}>
      <h1>{view.place ? text(view.place.name) : areas}</h1>
      <p className="quiet prose">{t('workspaces.office.lead')}</p>
      {view.counts.unreached > 0 && view.filter === 'all' ? (
        <section className="section">
          <div className="section-title">
            <h2>{t('workspaces.waiting')}</h2>
          </div>
          <WaitingList
            items={[
              {
                id: 'unreached',
                title: t('workspaces.office.waiting'),
                since: t('workspaces.office.waitingDetail', { count: view.counts.unreached }),
                action: (
                  <ActionLink
                    href={hrefOf({ filter: 'unreached' })}
                    words={t('workspaces.office.waitingAction')}
                    of=""
                  />
                ),
              },
            ]}
            empty={null}
          />
        </section>
      ) : null}
      <section className="section">
        <div className="section-title">
          <h2>{t('workspaces.office.figures', { since: formatDate(view.since, language) })}</h2>
          {view.place ? (
            <a className="link" href="/office">
              {t('workspaces.office.all')}
            </a>
          ) : null}
        </div>
        <div className="office-figures">
          <div className="figures">
            <FigureCard name={t('workspaces.office.orders')} value={formatCount(view.total.orders)} />
            <FigureCard name={t('workspaces.office.reached')} value={formatCount(view.total.households)} />
            <FigureCard name={t('workspaces.office.earned')} value={formatYuan(view.total.earned)} />
          </div>
          <OfficeMap view={view} />
        </div>
      </section>
      <section className="section">
        <div className="section-title">
          <h2>{t('workspaces.office.table')}</h2>
        </div>
        <Tabs
          label={t('workspaces.filter')}
          tabs={reachFilters.map((filter) => ({
            href: hrefOf({ filter }),
            label: t(`workspaces.office.filters.${filter}`),
            count: view.counts[filter],
            current: filter === view.filter,
          }))}
        />
        <OfficeTable view={view} />
        <Pager page={view.page} pages={view.pages} hrefOf={(page) => hrefOf({ filter: view.filter, page })} />
      </section>
    </OfficeFrame>
  );
}
