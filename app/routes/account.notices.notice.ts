import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { submitFrom } from '#app/request.server.ts';
import { readNotice } from '#server/notices/index.ts';
import { JustDo } from '#server/orders/contract.ts';
import { ownPath } from '#server/platform/http/own-path.ts';

const NOTICES = '/account/notices';

/** The form stands on the page of notices. */
export function loader() {
  return redirect(NOTICES);
}

/** The reader opens a notice: it is read, and he is led to what it is about. */
export function action(args: ActionFunctionArgs) {
  return submitFrom(args, NOTICES, JustDo, async (ctx) => {
    const { page } = await readNotice(ctx, args.params.id ?? '');
    return redirect(page === null ? NOTICES : ownPath(page));
  });
}
