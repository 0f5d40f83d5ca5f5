import type { LoaderFunctionArgs } from '@remix-run/node';
import { pdfResponse } from '#app/documents.server.ts';
import { withCtx } from '#app/request.server.ts';
import { getDocument, printDocument } from '#server/documents/index.ts';

/** A paper as PDF, for its seller. */
export async function loader(args: LoaderFunctionArgs) {
  const document = await withCtx(args, (ctx) => getDocument(ctx, args.params.paper ?? ''));
  return pdfResponse(await printDocument(document));
}
