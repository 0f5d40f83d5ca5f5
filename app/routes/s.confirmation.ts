import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { redirectWithToast, submitFrom } from '#app/request.server.ts';
import { statementKeyOf } from '#app/statement-page.server.ts';
import { ConfirmStatement } from '#server/statements/contract.ts';
import { confirmStatement } from '#server/statements/index.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(pageOf(params.code));
}

/** The household's yes. */
export function action(args: ActionFunctionArgs) {
  const accessCode = args.params.code ?? '';
  return submitFrom(args, pageOf(accessCode), ConfirmStatement, async (ctx, input) => {
    await confirmStatement(ctx, statementKeyOf(args), input);
    return redirectWithToast(args, pageOf(accessCode), 'statements.answer.done');
  });
}

function pageOf(code = ''): string {
  return `/s/${encodeURIComponent(code)}`;
}
