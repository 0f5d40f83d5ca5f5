import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { StatusPill } from '#app/components/office/status-pill.tsx';
import { ProofLines } from '#app/components/workspaces/proof-lines.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitFrom, withCtx } from '#app/request.server.ts';
import { findLastProof, proveAndKeep } from '#server/insight/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'books.audit.title');

/** What was last proved; books that were never proved are proved for who asks first. */
export async function loader(args: LoaderFunctionArgs) {
  return { proof: await withCtx(args, async (ctx) => (await findLastProof(ctx)) ?? (await proveAndKeep(ctx))) };
}

export function action(args: ActionFunctionArgs) {
  return submitFrom(args, '/books/audit', z.object({}), async (ctx) => {
    await proveAndKeep(ctx);
    return redirectWithToast(args, '/books/audit', 'books.audit.done');
  });
}

export default function AuditPage() {
  const t = useT();
  const language = useLanguage();
  const { proof } = useLoaderData<typeof loader>();
  const broken = proof.results.filter(({ holds }) => !holds).length;
  return (
    <>
      <div className="row row-between">
        <h1>{t('books.audit.title')}</h1>
        <form method="post">
          <button type="submit" className="btn">
            {t('books.audit.run')}
          </button>
        </form>
      </div>
      <p className="quiet">{t('books.audit.lead')}</p>
      <p className="row verdict">
        <StatusPill tone={broken === 0 ? 'good' : 'problem'}>
          {broken === 0
            ? t('books.audit.allHold', { count: proof.results.length })
            : t('books.audit.broken', { count: broken })}
        </StatusPill>
        <span className="quiet">{t('books.audit.asOf', { time: formatMoment(proof.asOf, language) })}</span>
      </p>
      <ProofLines results={proof.results} />
    </>
  );
}
