import type { LoaderFunctionArgs } from '@remix-run/node';
import { readerOf } from '#app/order-page.server.ts';
import { withCtx } from '#app/request.server.ts';
import { getClaimPhoto } from '#server/after-sales/index.ts';

const POSITION_MAX = 99;

/** A picture of a claim. It never changes, but who may see it is asked anew each time it is not in the reader's own cache. */
export async function loader(args: LoaderFunctionArgs) {
  const { claim = '', position = '' } = args.params;
  const wanted = /^\d{1,2}$/.test(position) ? Number(position) : POSITION_MAX;
  const size = new URL(args.request.url).searchParams.get('size') === 'thumbnail' ? 'thumbnail' : 'whole';
  const { mime, bytes } = await withCtx(args, (ctx) => getClaimPhoto(ctx, claim, wanted, readerOf(args), size));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mime,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': 'inline',
      'Cache-Control': 'private, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
