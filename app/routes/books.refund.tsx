import { useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { TextArea } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useOwedWords } from '#app/components/refunds/owed-table.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { SendAnew } from '#server/refunds/contract.ts';
import { getPaymentRefund, sendFailedRefundAnew } from '#server/refunds/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'moneyBack.anew');

export async function loader(args: LoaderFunctionArgs) {
  return { refund: await withCtx(args, (ctx) => getPaymentRefund(ctx, args.params.id ?? '')) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, SendAnew, async (ctx, input) => {
    await sendFailedRefundAnew(ctx, args.params.id ?? '', input);
    return redirectWithToast(args, '/books/refunds?filter=waiting', 'moneyBack.form.done');
  });
}

/** Has a refund that failed sent once more, with the reason why it will arrive. */
export default function SendAnewPage() {
  const t = useT();
  const language = useLanguage();
  const wordOf = useOwedWords();
  const { refund } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [, { reason }] = useForm<SendAnew>({ id: 'anew', lastResult: sent?.lastResult ?? null });
  const label = t('moneyBack.form.reason');
  const words = { amount: formatYuan(refund.amount), number: refund.orderNumber };
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t('moneyBack.title'), href: '/books/refunds' }, { label: refund.orderNumber }]} />
      <h1>{t('moneyBack.form.heading', words)}</h1>
      <div className="stack">
        <DefinitionTable
          rows={[
            { term: t('moneyBack.provider'), value: wordOf('providers', refund.provider) },
            { term: t('moneyBack.because'), value: wordOf('becauseOf', refund.because) },
            { term: t('moneyBack.since'), value: formatMoment(refund.owedAt, language) },
            { term: t('moneyBack.said'), value: refund.error ? <code>{refund.error}</code> : null },
          ]}
        />
        {refund.state === 'failed' || sent ? (
          <>
            <p className="quiet prose">{t('moneyBack.form.lead')}</p>
            <form method="post" className="form" noValidate>
              <Refusal of={sent?.refusal} />
              <ErrorSummary fields={[{ field: reason, label }]} />
              <TextArea of={reason} label={label} help={t('moneyBack.form.reasonHelp')} maxLength={200} />
              <button type="submit" className="btn">
                {t('moneyBack.form.submit')}
              </button>
            </form>
          </>
        ) : (
          <p>{t('moneyBack.form.closed')}</p>
        )}
        <p>
          <a className="link" href="/books/refunds">
            {t('moneyBack.form.back')}
          </a>
        </p>
      </div>
    </>
  );
}
