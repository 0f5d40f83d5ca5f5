import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ObjectionForm } from '#app/components/statements/objection-form.tsx';
import { OfficeFrame } from '#app/components/workspaces/office-frame.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { ObjectStatement } from '#server/statements/contract.ts';
import { getOwnStatement, objectStatement } from '#server/statements/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'statements.objection.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, (ctx) => getOwnStatement(ctx, { number: args.params.number ?? '' }));
}

/** What a household does not agree with, told by the helper of its village. */
export function action(args: ActionFunctionArgs) {
  const number = args.params.number ?? '';
  return submitForm(args, ObjectStatement, async (ctx, input) => {
    await objectStatement(ctx, { number }, input);
    return redirectWithToast(args, pageOf(number), 'statements.village.objected');
  });
}

export default function VillageObjectionPage() {
  const statement = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <OfficeFrame current="statements" answers>
      <div className="page-narrow stack statement">
        <ObjectionForm statement={statement} sent={sent} back={pageOf(statement.number)} />
      </div>
    </OfficeFrame>
  );
}

function pageOf(number: string): string {
  return `/office/statements/${encodeURIComponent(number)}`;
}
