import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { redirectWithToast, submitFrom } from '#app/request.server.ts';
import { deliverParcel } from '#server/fulfilment/index.ts';

/** The form stands on the parcel's page. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(pageOf(params.number));
}

export function action(args: ActionFunctionArgs) {
  const number = args.params.number ?? '';
  const page = pageOf(number);
  return submitFrom(args, page, z.object({}), async (ctx) => {
    await deliverParcel(ctx, number);
    return redirectWithToast(args, page, 'coop.delivery.done', { number });
  });
}

function pageOf(number = ''): string {
  return `/coop/parcels/${encodeURIComponent(number)}`;
}
