import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DaohuBar } from '#app/components/money/daohu-bar.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { EntryTable } from '#app/components/workspaces/entry-table.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { getOrderEntries } from '#server/settlement/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'books.order.title');

export async function loader(args: LoaderFunctionArgs) {
  return { order: await withCtx(args, (ctx) => getOrderEntries(ctx, args.params.number ?? '')) };
}

export default function OrderEntriesPage() {
  const t = useT();
  const language = useLanguage();
  const { order } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: t('books.households.title'), href: '/books/households' }, { label: order.number }]}
      />
      <h1>{t('books.order.heading', { number: order.number })}</h1>
      <div className="desk">
        <div className="stack">
          {order.entries.map((entry) => (
            <EntryTable key={entry.key} entry={entry} />
          ))}
          {order.entries.length === 0 ? (
            <EmptyState scene="quiet-field" title={t('books.order.none')}>
              {t('books.order.noneDetail')}
            </EmptyState>
          ) : null}
        </div>
        <aside className="stack">
          <DefinitionTable
            rows={[
              { term: t('books.order.state'), value: t(`books.order.states.${order.state}`) },
              { term: t('books.order.channel'), value: t(`components.channels.${order.channel}.name`) },
              { term: t('books.order.placed'), value: formatMoment(order.placedAt, language) },
              {
                term: t('books.order.paid'),
                value: order.paidAt ? formatMoment(order.paidAt, language) : t('books.order.notPaid'),
              },
              { term: t('books.order.total'), value: <b>{formatYuan(order.total)}</b> },
            ]}
          />
          {order.makeUp ? (
            <div className="panel">
              <DaohuBar
                parts={order.makeUp}
                title={t('books.order.split', { amount: formatYuan(order.makeUp.household) })}
              />
            </div>
          ) : null}
        </aside>
      </div>
    </>
  );
}
