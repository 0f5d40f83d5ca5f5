import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { History } from '#app/components/settlement/history.tsx';
import { ImportTable } from '#app/components/settlement/import-table.tsx';
import { usePayer } from '#app/components/settlement/payer-name.ts';
import { RunPill } from '#app/components/settlement/pills.tsx';
import { ResultErrors } from '#app/components/settlement/result-errors.tsx';
import { RunFigures } from '#app/components/settlement/run-figures.tsx';
import { RunNext } from '#app/components/settlement/run-next.tsx';
import { TransferTable } from '#app/components/settlement/transfer-table.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { Tabs } from '#app/components/workspaces/tabs.tsx';
import { choiceIn, pageIn } from '#app/components/workspaces/wish.ts';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { ReadResults, transferStates } from '#server/payouts/contract.ts';
import { getPayout, getPayoutId, importBankResults } from '#server/payouts/index.ts';
import { can } from '#server/platform/index.ts';

const filters = ['all', ...transferStates] as const;
const LOOK_AGAIN_SECONDS = '3';

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => [
  ...titleOf(matches, 'settlement.payout.title'),
  ...(page?.run.state === 'assembling' ? [{ httpEquiv: 'refresh', content: LOOK_AGAIN_SECONDS }] : []),
  ...(page?.download ? [{ httpEquiv: 'refresh', content: `0;url=/books/payouts/${page.run.number}/file` }] : []),
];

export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const wish = { filter: choiceIn(searchParams, 'result', filters), page: pageIn(searchParams) };
  return withCtx(args, async (ctx) => {
    const run = await getPayout(ctx, args.params.number ?? '', wish);
    const may = {
      approve: can(ctx.actor, 'payouts.approve'),
      export: can(ctx.actor, 'payouts.export'),
      readResults: can(ctx.actor, 'payouts.read-results'),
    };
    // A file cannot change the page it was asked from, so the page comes first and asks for the file itself.
    return { run, may, download: searchParams.has('download') && run.sha256 !== null && may.export };
  });
}

export function action(args: ActionFunctionArgs) {
  const number = args.params.number ?? '';
  return submitForm(args, ReadResults, async (ctx, { file }) => {
    const bytes = Buffer.from(await file.arrayBuffer());
    const read = await importBankResults(ctx, await getPayoutId(ctx, number), { name: file.name, bytes });
    if (!read.done) return data({ errors: read.errors }, { status: 422 });
    if (read.done === 'before') {
      const time = formatMoment(read.at, args.context.lang);
      return redirectWithToast(args, `/books/payouts/${number}`, 'settlement.payout.resultsBefore', { time });
    }
    const { done: _, ...counts } = read;
    return redirectWithToast(args, `/books/payouts/${number}`, 'settlement.payout.resultsDone', counts);
  });
}

/** One run: what it pays to whom, who made and approved it, what the bank says. */
export default function PayoutPage() {
  const t = useT();
  const language = useLanguage();
  const payerOf = usePayer();
  const { run, may, download } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = `/books/payouts/${run.number}`;
  const errors = answer && 'errors' in answer ? answer.errors : null;
  const sent = answer && 'lastResult' in answer ? answer : undefined;
  const shown = filters.filter((filter) => filter === 'all' || (run.counts[filter] ?? 0) > 0);
  const reasonOf = (reason: string | null) => {
    const key = `settlement.payout.reasons.${reason}`;
    return t.has(key) ? t(key) : reason;
  };
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t('settlement.payouts.title'), href: '/books/payouts' }, { label: run.number }]} />
      <h1>{t('settlement.payout.heading', { number: run.number })}</h1>
      <p className="row">
        <RunPill state={run.state} />
        <span className="quiet">
          {t('settlement.payout.facts', {
            payer: payerOf(run.payer),
            by: run.madeBy,
            time: formatMoment(run.madeAt, language),
          })}
        </span>
      </p>
      <RunFigures run={run} />
      <div className="settlement-parts">
        {errors ? <ResultErrors errors={errors} /> : null}
        <div className="settlement-steps">
          <RunNext run={run} may={may} downloading={download} sent={sent} />
        </div>
        <section>
          {shown.length > 2 ? (
            <Tabs
              label={t('settlement.payout.filter')}
              tabs={shown.map((filter) => ({
                href: filter === 'all' ? path : `${path}?result=${filter}`,
                label: filter === 'all' ? t('settlement.payout.all') : t(`settlement.payout.transferStates.${filter}`),
                count: filter === 'all' ? run.transfers : (run.counts[filter] ?? 0),
                current: run.filter === filter,
              }))}
            />
          ) : null}
          <TransferTable run={run} mayCorrect={may.export} />
          <Pager page={run.page} pages={run.pages} hrefOf={(page) => `${path}?result=${run.filter}&page=${page}`} />
        </section>
        <ImportTable imports={run.imports} />
        <History
          title={t('settlement.payout.history')}
          steps={run.moves.map((move) => ({
            ...move,
            state: t(`settlement.payouts.states.${move.to}`),
            reason: reasonOf(move.reason),
          }))}
        />
      </div>
    </>
  );
}
