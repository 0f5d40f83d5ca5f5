import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { StatementAnswer } from '#app/components/statements/statement-answer.tsx';
import { StatementSheet } from '#app/components/statements/statement-sheet.tsx';
import { formatMoment, unbroken, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { statementKeyOf } from '#app/statement-page.server.ts';
import { getOwnStatement } from '#server/statements/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'statements.amount');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, (ctx) => getOwnStatement(ctx, statementKeyOf(args)));
}

/** A household's statement, opened by its code. */
export default function StatementPage() {
  const t = useT();
  const language = useLanguage();
  const statement = useLoaderData<typeof loader>();
  return (
    <article className="page page-narrow stack statement">
      <StatementSheet statement={statement}>
        {statement.mayAnswer ? (
          <>
            <p className="panel">
              {t('statements.until', { time: unbroken(formatMoment(statement.answerUntil, language)) })}
            </p>
            <StatementAnswer statement={statement} base={`/s/${statement.accessCode}`} />
          </>
        ) : statement.answeredBy && statement.state !== 'paid' ? (
          <p className="panel">{t(`statements.closedBy.${statement.answeredBy}`)}</p>
        ) : null}
      </StatementSheet>
      <footer className="quiet">
        <p>{t('statements.foot')}</p>
      </footer>
    </article>
  );
}
