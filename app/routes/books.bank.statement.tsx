import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ColumnForm } from '#app/components/bank/column-form.tsx';
import { StatementLines } from '#app/components/bank/statement-lines.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { MapStatement } from '#server/bank/contract.ts';
import { getStatement, mapStatement } from '#server/bank/index.ts';
import { formatYuan } from '#server/kernel/money.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.statement.title');

export async function loader(args: LoaderFunctionArgs) {
  return { preview: await withCtx(args, (ctx) => getStatement(ctx, args.params.id ?? '')) };
}

export function action(args: ActionFunctionArgs) {
  const id = args.params.id ?? '';
  return submitForm(args, MapStatement, async (ctx, input) => {
    await mapStatement(ctx, id, input);
    return redirectWithToast(args, `/books/bank/statements/${id}`, 'bank.statement.mapped');
  });
}

/** A statement before it is booked, and afterwards. */
export default function StatementPage() {
  const t = useT();
  const { preview } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { state, counts, missing } = preview;
  const canImport = state === 'draft' && missing.length === 0 && counts.errors === 0 && counts.lines > 0;
  const columns = missing.map((kind) => t(`bank.statement.kinds.${kind as 'day'}`)).join('、');
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t('bank.desk.title'), href: '/books/bank' }, { label: preview.filename }]} />
      <h1>{t('bank.statement.heading', { name: preview.filename })}</h1>
      <div className="stack">
        {missing.length > 0 ? <p role="alert">{t('bank.statement.missing', { columns })}</p> : null}
        {missing.length === 0 ? <p>{t('bank.statement.counts', { ...counts, sum: formatYuan(preview.sum) })}</p> : null}
        {state === 'imported' ? <p role="status">{t('bank.statement.done')}</p> : null}
        {missing.length === 0 && counts.lines + counts.errors === 0 ? <p>{t('bank.statement.nothing')}</p> : null}
        {canImport ? (
          <form method="post" action={`/books/bank/statements/${preview.id}/import`}>
            <button type="submit" className="btn btn-large">
              {t('bank.statement.import')}
            </button>
          </form>
        ) : null}
        {counts.lines + counts.errors > 0 ? <StatementLines preview={preview} /> : null}
        {state === 'draft' || sent ? <ColumnForm preview={preview} sent={sent} /> : null}
        {state === 'draft' ? (
          <form method="post" action={`/books/bank/statements/${preview.id}/removal`} className="stack">
            <p className="quiet">{t('bank.statement.discardLead')}</p>
            <button type="submit" className="btn btn-second">
              {t('bank.statement.discard')}
            </button>
          </form>
        ) : null}
      </div>
    </>
  );
}
