import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { redirectWithToast, submitFrom } from '#app/request.server.ts';
import { MovePacking } from '#server/fulfilment/contract.ts';
import { startPacking, stopPacking } from '#server/fulfilment/index.ts';

/** The form stands on the parcel's page. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(pageOf(params.number));
}

/** Packing begins, or is put back until later. */
export function action(args: ActionFunctionArgs) {
  const number = args.params.number ?? '';
  const page = pageOf(number);
  return submitFrom(args, page, MovePacking, async (ctx, { to }) => {
    await (to === 'packing' ? startPacking(ctx, number) : stopPacking(ctx, number));
    const done = to === 'packing' ? 'fulfilment.packing.started' : 'fulfilment.packing.stopped';
    return redirectWithToast(args, page, done, { number });
  });
}

function pageOf(number = ''): string {
  return `/coop/parcels/${encodeURIComponent(number)}`;
}
