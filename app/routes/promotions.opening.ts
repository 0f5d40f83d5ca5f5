import type { ActionFunctionArgs } from '@remix-run/node';
import { redirectWithToast, submitFrom, wayBack } from '#app/request.server.ts';
import { JustDo } from '#server/orders/contract.ts';
import { openPromotion } from '#server/promotions/index.ts';

/** Opens a promotion that was looked over. The desk it stands on is told. */
export function action(args: ActionFunctionArgs) {
  const desk = wayBack(args.request);
  return submitFrom(args, desk, JustDo, async (ctx) => {
    await openPromotion(ctx, args.params.id ?? '');
    return redirectWithToast(args, desk, 'promotions.desk.opened');
  });
}
