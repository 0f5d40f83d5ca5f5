import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PlainForm } from '#app/components/bank/plain-form.tsx';
import { LineMemo, Suggestions } from '#app/components/bank/waiting-lines.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { formatDate, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { MatchLine } from '#server/bank/contract.ts';
import { getWaitingLine, matchLine } from '#server/bank/index.ts';
import { formatYuan } from '#server/kernel/money.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.lines.title');

export async function loader(args: LoaderFunctionArgs) {
  return { line: await withCtx(args, (ctx) => getWaitingLine(ctx, args.params.id ?? '')) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, MatchLine, async (ctx, input) => {
    const { amount, missing } = await matchLine(ctx, args.params.id ?? '', input);
    const said = { amount: formatYuan(amount), missing: formatYuan(missing) };
    return redirectWithToast(args, '/books/bank/lines', 'bank.line.matched', said);
  });
}

/** One line, to be matched by hand. */
export default function BankLinePage() {
  const t = useT();
  const language = useLanguage();
  const { line } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t('bank.lines.title'), href: '/books/bank/lines' }, { label: line.serial }]} />
      <h1>{t('bank.line.heading', { day: formatDate(line.day, language), amount: formatYuan(line.amount) })}</h1>
      <div className="stack">
        <DefinitionTable
          rows={[
            { term: t('bank.lines.left'), value: formatYuan(line.left) },
            { term: t('bank.statement.payer'), value: `${line.payerName} ${line.payerAccount}`.trim() },
            { term: t('bank.statement.memo'), value: line.memo ? <LineMemo line={line} /> : null },
            { term: t('bank.lines.likely'), value: line.suggestions.length > 0 ? <Suggestions line={line} /> : null },
          ]}
        />
        <PlainForm
          id="match"
          sent={sent}
          fields={[
            { name: 'to', label: t('bank.line.to'), value: line.suggestions[0]?.number ?? '' },
            { name: 'reason', label: t('bank.line.reason'), help: t('bank.line.reasonHelp') },
          ]}
          submit={t('bank.line.match')}
        />
        <p>
          <a className="link" href={`/books/bank/lines/${line.id}/credit`}>
            {t('bank.line.creditTitle')}
          </a>
        </p>
      </div>
    </>
  );
}
