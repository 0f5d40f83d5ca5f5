import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RefundTable } from '#app/components/bank/refund-table.tsx';
import type { RefusalOf } from '#app/components/form/explain.ts';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findCashRefunds, getCashOrder, ownCounter } from '#server/bank/index.ts';
import { DomainError } from '#server/kernel/errors.ts';
import type { Ctx } from '#server/platform/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.cash.title');

const NUMBER_CHARACTERS_MAX = 40;

/** Leads to the order whose number was typed; where no cash can be taken for it, says why above what was typed. */
export async function loader(args: LoaderFunctionArgs) {
  const typed = new URL(args.request.url).searchParams.get('number')?.replaceAll('\u0000', '').trim() ?? '';
  const number = typed.slice(0, NUMBER_CHARACTERS_MAX).toUpperCase();
  const { refunds, refusal } = await withCtx(args, async (ctx) => {
    const { id } = await ownCounter(ctx);
    return { refunds: await findCashRefunds(ctx, id), refusal: number ? await refusalOf(ctx, id, number) : null };
  });
  if (number && !refusal) throw redirect(`/coop/cash/${encodeURIComponent(number)}`);
  return { refunds, refusal, typed };
}

async function refusalOf(ctx: Ctx, counterId: string, number: string): Promise<RefusalOf | null> {
  try {
    await getCashOrder(ctx, counterId, number);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, params: error.params };
  }
}

/** Finds an order to take cash for, and lists cash to hand back. */
export default function FindCashOrderPage() {
  const t = useT();
  const { refunds, refusal, typed } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('bank.cash.title')}</h1>
      <p className="quiet">{t('bank.cash.lead')}</p>
      <Refusal of={refusal} />
      <form method="get" className="row find">
        <div className="field">
          <label htmlFor="number">{t('bank.cash.number')}</label>
          <input
            id="number"
            name="number"
            type="search"
            autoComplete="off"
            autoCapitalize="characters"
            defaultValue={typed}
            required
          />
        </div>
        <button type="submit" className="btn">
          {t('bank.cash.find')}
        </button>
      </form>
      {refunds.length > 0 ? (
        <section className="section">
          <h2 className="section-title">{t('bank.cash.refunds')}</h2>
          <RefundTable
            refunds={refunds}
            title={t('bank.cash.refunds')}
            action={t('bank.cash.back')}
            hrefOf={(id) => `/coop/cash/refunds/${id}`}
          />
        </section>
      ) : null}
    </>
  );
}
