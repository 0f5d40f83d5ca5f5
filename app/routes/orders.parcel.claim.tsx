import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ClaimForm } from '#app/components/claims/claim-form.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import { orderPage, readerOf } from '#app/order-page.server.ts';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { ApplyForClaim } from '#server/after-sales/contract.ts';
import { applyForClaim, getClaimForm } from '#server/after-sales/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'claims.form.title');

export async function loader(args: LoaderFunctionArgs) {
  const parcel = await withCtx(args, (ctx) => getClaimForm(ctx, args.params.parcel ?? '', readerOf(args)));
  return { parcel, back: orderPage(args) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, ApplyForClaim, async (ctx, input) => {
    const { number, orderNumber } = await applyForClaim(ctx, args.params.parcel ?? '', readerOf(args), input);
    const page = `/orders/${orderNumber}/claims/${number}${new URL(args.request.url).search}`;
    return redirectWithToast(args, page, 'claims.form.done', { number });
  });
}

/** 商品有问题: what is wrong with a parcel, for its buyer, signed in or with the key of the order. */
export default function ClaimAboutParcelPage() {
  const t = useT();
  const text = useText();
  const { parcel, back } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const open = parcel.lines.length > 0 && parcel.kinds.some(({ refusal }) => refusal === null);
  return (
    <div className="page page-narrow stack">
      <p className="quiet small">{t('orders.order.title', { number: parcel.orderNumber })}</p>
      <h1>{t('claims.form.title')}</h1>
      {open || sent ? (
        <>
          <p className="quiet">{t('claims.form.lead', { parcel: parcel.parcelNumber, seller: text(parcel.seller) })}</p>
          <ClaimForm parcel={parcel} sent={sent} />
        </>
      ) : (
        <>
          <p>{t('claims.form.none')}</p>
          <Refusal of={parcel.kinds.find(({ refusal }) => refusal)?.refusal} />
        </>
      )}
      <p className="more">
        <a className="link" href={back}>
          {t('claims.page.backToOrder')}
        </a>
      </p>
    </div>
  );
}
