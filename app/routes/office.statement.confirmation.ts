import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { redirectWithToast, submitFrom } from '#app/request.server.ts';
import { ConfirmStatement } from '#server/statements/contract.ts';
import { confirmStatement } from '#server/statements/index.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(pageOf(params.number));
}

/** The household's yes, by the helper of its village. */
export function action(args: ActionFunctionArgs) {
  const number = args.params.number ?? '';
  return submitFrom(args, pageOf(number), ConfirmStatement, async (ctx, input) => {
    await confirmStatement(ctx, { number }, input);
    return redirectWithToast(args, pageOf(number), 'statements.village.done');
  });
}

function pageOf(number = ''): string {
  return `/office/statements/${encodeURIComponent(number)}`;
}
