import type { LoaderFunctionArgs } from '@remix-run/node';
import { pdfResponse } from '#app/documents.server.ts';
import { readerOf } from '#app/order-page.server.ts';
import { withCtx } from '#app/request.server.ts';
import { getOrderDocument, printDocument } from '#server/documents/index.ts';

/** A paper of an order as PDF, for whoever may see the page of the order. */
export async function loader(args: LoaderFunctionArgs) {
  const { number = '', paper = '' } = args.params;
  const document = await withCtx(args, (ctx) => getOrderDocument(ctx, number, paper, readerOf(args)));
  return pdfResponse(await printDocument(document));
}
