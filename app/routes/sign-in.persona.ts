import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { callerOf, submitFrom, welcome } from '#app/request.server.ts';
import { SignInAsPersona } from '#server/people/contract.ts';
import { getPersonaUser } from '#server/people/index.ts';

export function loader() {
  return redirect('/sign-in');
}

export function action(args: ActionFunctionArgs) {
  return submitFrom(args, '/sign-in', SignInAsPersona, async (ctx, { persona }) => {
    const { userId } = await getPersonaUser(ctx, persona);
    return welcome(args, ctx, await args.context.auth.openSession(callerOf(args, ctx), userId));
  });
}
