import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Code } from '#app/components/ledger/code.tsx';
import { SubjectLink } from '#app/components/ledger/subject-link.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { useKind } from '#app/components/workspaces/book-words.ts';
import { EntryTable } from '#app/components/workspaces/entry-table.tsx';
import { pageIn } from '#app/components/workspaces/wish.ts';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { getLedgerEntry } from '#server/settlement/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'ledger.entry.title');

export async function loader(args: LoaderFunctionArgs) {
  const page = pageIn(new URL(args.request.url).searchParams);
  return { entry: await withCtx(args, (ctx) => getLedgerEntry(ctx, args.params.id ?? '', { page })) };
}

/** One entry whole: what it was booked for, and both its sides. */
export default function EntryPage() {
  const t = useT();
  const language = useLanguage();
  const { entry } = useLoaderData<typeof loader>();
  const kind = useKind()(entry.kind);
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t('ledger.title'), href: '/books/ledger' }, { label: t('ledger.entry.title') }]} />
      <h1>{kind}</h1>
      <div className="desk">
        <div className="stack">
          <EntryTable entry={entry} />
          <Pager page={entry.page} pages={entry.pages} hrefOf={(page) => `/books/entries/${entry.id}?page=${page}`} />
        </div>
        <aside>
          <DefinitionTable
            rows={[
              { term: t('ledger.entry.subject'), value: <SubjectLink subject={entry.subject} /> },
              { term: t('ledger.entry.at'), value: formatMoment(entry.at, language) },
              { term: t('ledger.entry.by'), value: entry.by ?? t('ledger.entry.system') },
              { term: t('ledger.entry.both'), value: <b>{formatYuan(entry.debit)}</b> },
              { term: t('ledger.entry.postings'), value: t('ledger.entry.count', { count: entry.count }) },
              ...(entry.reverses ? [{ term: t('ledger.entry.reverses'), value: <Code of={entry.reverses} /> }] : []),
            ]}
          />
        </aside>
      </div>
    </>
  );
}
