import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { forgetCart } from '#app/cart.server.ts';
import { redirectWithToast } from '#app/request.server.ts';

export function loader() {
  return redirect('/account');
}

export async function action(args: ActionFunctionArgs) {
  const { cookies } = await args.context.auth.signOut(args.request.headers);
  for (const cookie of cookies) args.context.setCookie(cookie);
  forgetCart(args.context);
  return redirectWithToast(args, '/', 'people.done.signedOut');
}
