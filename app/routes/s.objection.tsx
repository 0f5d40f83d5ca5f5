import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ObjectionForm } from '#app/components/statements/objection-form.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { statementKeyOf } from '#app/statement-page.server.ts';
import { ObjectStatement } from '#server/statements/contract.ts';
import { getOwnStatement, objectStatement } from '#server/statements/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'statements.objection.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, (ctx) => getOwnStatement(ctx, statementKeyOf(args)));
}

/** The household says which lines are wrong; they are taken out and looked at, the rest is paid. */
export function action(args: ActionFunctionArgs) {
  return submitForm(args, ObjectStatement, async (ctx, input) => {
    await objectStatement(ctx, statementKeyOf(args), input);
    return redirectWithToast(args, `/s/${encodeURIComponent(args.params.code ?? '')}`, 'statements.objection.done');
  });
}

export default function ObjectionPage() {
  const statement = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <div className="page page-narrow stack statement">
      <ObjectionForm statement={statement} sent={sent} back={`/s/${statement.accessCode}`} />
    </div>
  );
}
