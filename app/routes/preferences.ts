import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { ownPath } from '#server/platform/http/own-path.ts';

const YEAR_SECONDS = 31_536_000;

/** Keeps a reader's language or colours in a cookie and goes back to where he was. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData().catch(() => new FormData());
  const language = form.get('language');
  if (language === 'en' || language === 'zh-CN') context.setCookie(preference('lang', language));
  const theme = form.get('theme');
  if (theme === 'light' || theme === 'dark') context.setCookie(preference('theme', theme));
  const to = form.get('to');
  return redirect(ownPath(typeof to === 'string' ? to : null));
}

/** Read again by the page's script, which changes the colours without a round trip. */
function preference(name: 'lang' | 'theme', value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
}

export function loader() {
  return redirect('/');
}
