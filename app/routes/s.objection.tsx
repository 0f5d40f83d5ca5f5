import { useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Chips } from '#app/components/form/chips.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { TextArea } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useLineWords } from '#app/components/statements/statement-lines.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { ObjectStatement } from '#server/statements/contract.ts';
import { getOwnStatement, objectStatement } from '#server/statements/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'statements.objection.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, (ctx) => getOwnStatement(ctx, { accessCode: args.params.code ?? '' }));
}

/** The household says which lines are wrong; they are taken out and looked at, the rest is paid. */
export function action(args: ActionFunctionArgs) {
  const accessCode = args.params.code ?? '';
  return submitForm(args, ObjectStatement, async (ctx, input) => {
    await objectStatement(ctx, { accessCode }, input);
    return redirectWithToast(args, `/s/${encodeURIComponent(accessCode)}`, 'statements.objection.done');
  });
}

export default function ObjectionPage() {
  const t = useT();
  const wordsOf = useLineWords();
  const statement = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [, { lines, reason }] = useForm<ObjectStatement>({ id: 'objection', lastResult: sent?.lastResult ?? null });
  const labels = { lines: t('statements.objection.lines'), reason: t('statements.objection.reason') };
  const chosen = lines.initialValue;
  return (
    <div className="page page-narrow stack statement">
      <h1>{t('statements.objection.title')}</h1>
      <p>{t('statements.objection.lead')}</p>
      {statement.mayAnswer || sent ? (
        <form method="post" className="form" noValidate>
          <Refusal of={sent?.refusal} />
          <ErrorSummary
            fields={[
              { field: lines, label: labels.lines },
              { field: reason, label: labels.reason },
            ]}
          />
          <Chips
            of={{ id: lines.id, name: lines.name, errors: lines.errors }}
            legend={labels.lines}
            many
            value={Array.isArray(chosen) ? chosen.filter((line) => line !== undefined) : []}
            chips={statement.lines.map((line) => ({
              value: line.id,
              label: wordsOf(line),
              detail: formatYuan(line.amount),
            }))}
          />
          <TextArea of={reason} label={labels.reason} help={t('statements.objection.reasonHelp')} maxLength={500} />
          <button type="submit" className="btn btn-large btn-wide">
            {t('statements.objection.submit')}
          </button>
        </form>
      ) : (
        <p>{t('statements.closed')}</p>
      )}
      <p>
        <a className="link" href={`/s/${statement.accessCode}`}>
          {t('statements.objection.back')}
        </a>
      </p>
    </div>
  );
}
