import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { redirectWithToast, submitFrom } from '#app/request.server.ts';
import { JustDo } from '#server/orders/contract.ts';
import { sendAgain } from '#server/platform/messages/index.ts';

const MESSAGES = '/admin/messages';

/** The form stands on the list of what failed. */
export function loader() {
  return redirect(MESSAGES);
}

/** Has a message that was given up tried again. */
export function action(args: ActionFunctionArgs) {
  return submitFrom(args, MESSAGES, JustDo, async (ctx) => {
    await sendAgain(ctx, args.params.id ?? '');
    return redirectWithToast(args, MESSAGES, 'notices.admin.done');
  });
}
