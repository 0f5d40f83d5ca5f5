import type { ActionFunctionArgs } from '@remix-run/node';
import { redirectWithToast, submitFrom, wayBack } from '#app/request.server.ts';
import { JustDo } from '#server/orders/contract.ts';
import { closePromotion } from '#server/promotions/index.ts';

/** Ends a promotion. The desk it stands on is told. */
export function action(args: ActionFunctionArgs) {
  const desk = wayBack(args.request);
  return submitFrom(args, desk, JustDo, async (ctx) => {
    await closePromotion(ctx, args.params.id ?? '');
    return redirectWithToast(args, desk, 'promotions.desk.closed');
  });
}
