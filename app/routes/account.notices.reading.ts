import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { redirectWithToast, submitFrom } from '#app/request.server.ts';
import { readAllNotices } from '#server/notices/index.ts';
import { JustDo } from '#server/orders/contract.ts';

const NOTICES = '/account/notices';

/** The form stands on the page of notices. */
export function loader() {
  return redirect(NOTICES);
}

/** The reader has seen all of them. */
export function action(args: ActionFunctionArgs) {
  return submitFrom(args, NOTICES, JustDo, async (ctx) => {
    const count = await readAllNotices(ctx);
    return redirectWithToast(args, NOTICES, 'notices.done.readAll', { count });
  });
}
