import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DueLinesTable } from '#app/components/settlement/due-lines-table.tsx';
import { ResolveForm } from '#app/components/settlement/resolve-form.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { can } from '#server/platform/index.ts';
import { ResolveObjection } from '#server/statements/contract.ts';
import { getObjection, resolveObjection } from '#server/statements/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'settlement.objection.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => ({
    objection: await getObjection(ctx, args.params.id ?? ''),
    mayResolve: can(ctx.actor, 'objections.resolve'),
  }));
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, ResolveObjection, async (ctx, input) => {
    await resolveObjection(ctx, args.params.id ?? '', input);
    return redirectWithToast(args, '/books/objections', 'settlement.objection.done');
  });
}

/** One objection: what the household says, the lines in question, and the answer. */
export default function ObjectionPage() {
  const t = useT();
  const language = useLanguage();
  const { objection, mayResolve } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { household, statementNumber: number, resolvedAt, outcome } = objection;
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: t('settlement.objections.title'), href: '/books/objections' }, { label: household.name }]}
      />
      <h1>{t('settlement.objection.heading', { name: household.name, number })}</h1>
      <blockquote className="said">{objection.reason}</blockquote>
      <p className="quiet small">
        {t(`settlement.objections.madeBy.${objection.madeBy}`)} · {formatMoment(objection.madeAt, language)} ·{' '}
        <a className="link" href={`/books/statements/${number}`}>
          {number}
        </a>
      </p>
      <div className="settlement-parts">
        <DueLinesTable lines={objection.lines} title={t('settlement.objection.lines')} />
        {objection.state === 'open' || sent ? (
          mayResolve ? (
            <ResolveForm sent={sent} />
          ) : null
        ) : (
          <section className="panel stack">
            <h2>{t('settlement.objection.answer')}</h2>
            {outcome ? <p>{t(`settlement.objection.outcomes.${outcome}`)}</p> : null}
            <p className="said">{objection.resolution}</p>
            {resolvedAt ? (
              <p className="quiet small">
                {t('settlement.objection.resolvedAt', { time: formatMoment(resolvedAt, language) })}
              </p>
            ) : null}
          </section>
        )}
      </div>
    </>
  );
}
