import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CodeForm } from '#app/components/people/code-form.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { callerOf, submitForm, wayBack, welcome } from '#app/request.server.ts';
import { SignInWithCode } from '#server/people/contract.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'people.code.title');

export function loader({ request, context }: LoaderFunctionArgs) {
  return { to: wayBack(request), demo: context.env.demo };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, SignInWithCode, async (ctx, input) =>
    welcome(args, ctx, await args.context.auth.signInWithCode(callerOf(args, ctx), input)),
  );
}

export default function CodePage() {
  const { to, demo } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const phone = sent?.lastResult.initialValue?.phone;
  const way = `?to=${encodeURIComponent(to)}`;
  // Somebody who opened this address himself has no number to confirm yet.
  if (typeof phone !== 'string') return <NoNumberYet way={way} />;
  return <CodeForm phone={phone} way={way} demo={demo} sent={sent} />;
}

function NoNumberYet({ way }: { way: string }) {
  const t = useT();
  return (
    <div className="page page-narrow stack">
      <h1>{t('people.code.title')}</h1>
      <p>
        <a className="btn" href={`/sign-in/phone${way}`}>
          {t('people.signIn.byPhone')}
        </a>
      </p>
    </div>
  );
}
