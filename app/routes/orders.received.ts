import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { orderPage, readerOf } from '#app/order-page.server.ts';
import { redirectWithToast, submitFrom } from '#app/request.server.ts';
import { receiveParcel } from '#server/fulfilment/index.ts';
import { trimmedText } from '#server/kernel/input.ts';

const ReceiveParcel = z.object({ parcel: trimmedText({ min: 1, max: 80 }) });

/** The form stands on the order's page. */
export function loader(args: LoaderFunctionArgs) {
  return redirect(orderPage(args));
}

/** The buyer has a parcel in his hands. */
export function action(args: ActionFunctionArgs) {
  return submitFrom(args, orderPage(args), ReceiveParcel, async (ctx, { parcel }) => {
    await receiveParcel(ctx, parcel, readerOf(args));
    return redirectWithToast(args, orderPage(args), 'fulfilment.care.receivedDone', { number: parcel });
  });
}
