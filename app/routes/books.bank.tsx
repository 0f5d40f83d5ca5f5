import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { StatementTable } from '#app/components/bank/statement-table.tsx';
import { SheetForm } from '#app/components/form/sheet-form.tsx';
import { FigureCard } from '#app/components/office/figure-card.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { UploadStatement } from '#server/bank/contract.ts';
import { getBankDesk, uploadStatement } from '#server/bank/index.ts';
import { formatYuan } from '#server/kernel/money.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.desk.title');

export async function loader(args: LoaderFunctionArgs) {
  return { desk: await withCtx(args, getBankDesk) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, UploadStatement, async (ctx, { file }) => {
    const { id } = await uploadStatement(ctx, file.name, new Uint8Array(await file.arrayBuffer()));
    return redirectWithToast(args, `/books/bank/statements/${id}`, 'bank.statement.uploaded');
  });
}

const statementFile = {
  title: 'bank.desk.upload',
  file: 'bank.desk.file',
  help: 'bank.desk.fileHelp',
  submit: 'bank.desk.look',
} as const;

/** What waits at the bank, and the way in for its statements. */
export default function BankDeskPage() {
  const t = useT();
  const { desk } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const cards = [
    { name: t('bank.desk.waiting'), href: '/books/bank/lines', ...desk.waiting },
    { name: t('bank.desk.credits'), href: '/books/bank/credits', ...desk.credits },
    { name: t('bank.desk.refunds'), href: '/books/bank/refunds', ...desk.refunds },
  ];
  return (
    <>
      <h1>{t('bank.desk.title')}</h1>
      <p className="quiet">{t('bank.desk.lead')}</p>
      <div className="figures">
        {cards.map(({ name, href, lines, fen }) => (
          <FigureCard
            key={href}
            name={name}
            value={<a href={href}>{formatYuan(fen)}</a>}
            note={t('bank.desk.count', { count: lines })}
          />
        ))}
        <FigureCard
          name={t('bank.desk.parts')}
          value={<a href="/books/bank/credits">{desk.parts}</a>}
          note={t('bank.desk.count', { count: desk.parts })}
        />
      </div>
      <SheetForm id="upload" words={statementFile} sent={sent} />
      <StatementTable statements={desk.statements} />
    </>
  );
}
