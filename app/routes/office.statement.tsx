import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { StatementAnswer } from '#app/components/statements/statement-answer.tsx';
import { StatementSheet } from '#app/components/statements/statement-sheet.tsx';
import { OfficeFrame } from '#app/components/workspaces/office-frame.tsx';
import { formatMoment, unbroken, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { getOwnStatement } from '#server/statements/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'statements.village.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, (ctx) => getOwnStatement(ctx, { number: args.params.number ?? '' }));
}

/** A household's statement as it sees it, for the helper of its village to read to it and answer for it. */
export default function VillageStatementPage() {
  const t = useT();
  const language = useLanguage();
  const statement = useLoaderData<typeof loader>();
  const { number, household } = statement;
  return (
    <OfficeFrame current="statements" answers>
      <Breadcrumbs crumbs={[{ label: t('statements.village.title'), href: '/office/statements' }, { label: number }]} />
      <article className="page-narrow stack statement">
        <p className="quiet">{t('statements.village.sees', { name: household.name })}</p>
        <StatementSheet statement={statement}>
          {statement.mayAnswer ? (
            <>
              <p className="panel">
                {t('statements.until', { time: unbroken(formatMoment(statement.answerUntil, language)) })}
              </p>
              <p>{t('statements.village.asked', { name: household.name })}</p>
              <StatementAnswer statement={statement} base={`/office/statements/${encodeURIComponent(number)}`} />
            </>
          ) : null}
        </StatementSheet>
        {statement.answeredBy ? (
          <p className="quiet">{t(`statements.village.answeredBy.${statement.answeredBy}`)}</p>
        ) : null}
      </article>
    </OfficeFrame>
  );
}
