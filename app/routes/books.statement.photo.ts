import type { LoaderFunctionArgs } from '@remix-run/node';
import { withCtx } from '#app/request.server.ts';
import { getCashPhoto } from '#server/payouts/index.ts';

/** The photo of a payment in cash. It never changes; who may see it is asked anew when the reader has not kept it. */
export async function loader(args: LoaderFunctionArgs) {
  const { mime, bytes } = await withCtx(args, (ctx) => getCashPhoto(ctx, args.params.number ?? ''));
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
