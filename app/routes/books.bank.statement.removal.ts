import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { redirectWithToast, submitFrom } from '#app/request.server.ts';
import { discardStatement } from '#server/bank/index.ts';
import { JustDo } from '#server/orders/contract.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/books/bank/statements/${encodeURIComponent(params.id ?? '')}`);
}

/** Takes away a statement of which nothing is booked. */
export function action(args: ActionFunctionArgs) {
  const id = args.params.id ?? '';
  return submitFrom(args, `/books/bank/statements/${encodeURIComponent(id)}`, JustDo, async (ctx) => {
    const { filename } = await discardStatement(ctx, id);
    return redirectWithToast(args, '/books/bank', 'bank.statement.discarded', { name: filename });
  });
}
