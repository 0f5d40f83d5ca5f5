import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { callerOf, submitForm, welcome } from '#app/request.server.ts';
import { SignInAsPersona } from '#server/people/contract.ts';
import { getPersonaUser } from '#server/people/index.ts';

export function loader() {
  return redirect('/sign-in');
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, SignInAsPersona, async (ctx, { persona }) => {
    const { userId } = await getPersonaUser(ctx, persona);
    return welcome(args, await args.context.auth.openSession(callerOf(args, ctx), userId));
  });
}
