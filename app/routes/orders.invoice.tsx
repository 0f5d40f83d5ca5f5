import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { InvoiceForm } from '#app/components/documents/invoice-form.tsx';
import { useT } from '#app/i18n/index.tsx';
import { orderPage, readerOf } from '#app/order-page.server.ts';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { RequestInvoice } from '#server/documents/contract.ts';
import { findOrderPapers, requestInvoice } from '#server/documents/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'documents.invoice.title');

export async function loader(args: LoaderFunctionArgs) {
  const number = args.params.number ?? '';
  const { mayAskInvoice } = await withCtx(args, (ctx) => findOrderPapers(ctx, number, readerOf(args)));
  return { number, mayAskInvoice, back: orderPage(args) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, RequestInvoice, async (ctx, input) => {
    await requestInvoice(ctx, args.params.number ?? '', readerOf(args), input);
    return redirectWithToast(args, orderPage(args), 'documents.invoice.done');
  });
}

/** 要发票: to whom the invoice of an order is made out. */
export default function InvoicePage() {
  const t = useT();
  const { number, mayAskInvoice, back } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <div className="page page-narrow stack">
      <p className="quiet small">{t('orders.order.title', { number })}</p>
      <h1>{t('documents.invoice.title')}</h1>
      {mayAskInvoice || sent ? <InvoiceForm sent={sent} /> : <p>{t('documents.invoice.none')}</p>}
      <a className="link" href={back}>
        {t('documents.invoice.back')}
      </a>
    </div>
  );
}
