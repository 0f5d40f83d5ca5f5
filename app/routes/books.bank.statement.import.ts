import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { redirectWithToast, submitFrom } from '#app/request.server.ts';
import { importStatement } from '#server/bank/index.ts';
import { JustDo } from '#server/orders/contract.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/books/bank/statements/${encodeURIComponent(params.id ?? '')}`);
}

/** Books a statement, all of it or nothing. */
export function action(args: ActionFunctionArgs) {
  const id = args.params.id ?? '';
  return submitFrom(args, `/books/bank/statements/${encodeURIComponent(id)}`, JustDo, async (ctx) => {
    const imported = await importStatement(ctx, id);
    return redirectWithToast(
      args,
      imported.waiting > 0 ? '/books/bank/lines' : '/books/bank',
      'bank.statement.imported',
      {
        ...imported,
      },
    );
  });
}
