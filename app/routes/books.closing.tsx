import { useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Check } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { ClosingChecks } from '#app/components/ledger/closing-checks.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { formatDate, formatMonth, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { ClosePeriod } from '#server/insight/contract.ts';
import { closePeriod, getClosing } from '#server/insight/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'ledger.periods.title');

export async function loader(args: LoaderFunctionArgs) {
  return { next: (await withCtx(args, getClosing)).next };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, ClosePeriod, async (ctx, { month }) => {
    await closePeriod(ctx, month);
    return redirectWithToast(args, '/books/periods', 'ledger.periods.done', { month });
  });
}

/** The one month that can be closed now: what has to hold, what that means, and the button. */
export default function ClosingPage() {
  const t = useT();
  const language = useLanguage();
  const { next } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [, { sure }] = useForm<ClosePeriod>({ id: 'closing', lastResult: sent?.lastResult ?? null });
  const month = next ? formatMonth(`${next.month}-01`, language) : '';
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t('ledger.periods.title'), href: '/books/periods' }, { label: month }]} />
      <h1>{next ? t('ledger.periods.next', { month }) : t('ledger.periods.title')}</h1>
      {next === null ? (
        <EmptyState scene="quiet-field" title={t('ledger.periods.empty')}>
          {t('ledger.periods.emptyDetail')}
        </EmptyState>
      ) : (
        <div className="stack">
          <ClosingChecks next={next} />
          {next.isOver ? (
            <form method="post" className="form" noValidate>
              <Refusal of={sent?.refusal} />
              <ErrorSummary fields={[{ field: sure, label: t('ledger.periods.confirm') }]} />
              <p>
                <b>{t('ledger.periods.consequence', { month })}</b>
              </p>
              <input type="hidden" name="month" value={next.month} />
              <Check of={sure} label={t('ledger.periods.confirm')} />
              <button type="submit" className="btn btn-danger">
                {t('ledger.periods.submit', { month })}
              </button>
            </form>
          ) : (
            <>
              <Refusal of={sent?.refusal} />
              <p>{t('ledger.periods.nothing', { month, day: formatDate(next.from, language) })}</p>
            </>
          )}
        </div>
      )}
      <p className="section">
        <a className="link" href="/books/periods">
          {t('ledger.periods.back')}
        </a>
      </p>
    </>
  );
}
