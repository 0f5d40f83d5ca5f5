import { useForm } from '@conform-to/react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { PersonaButtons } from '#app/components/people/persona-buttons.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { callerOf, submitForm, wayBack, welcome, withCtx } from '#app/request.server.ts';
import { SignIn } from '#server/people/contract.ts';
import { findPersonas } from '#server/people/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'people.signIn.title');

export async function loader(args: LoaderFunctionArgs) {
  const { env, auth, userId } = args.context;
  const to = wayBack(args.request);
  if (userId !== null) throw redirect(to);
  const personas = env.demo ? await withCtx(args, findPersonas) : [];
  return { to, personas, sendsCodes: auth.sendsCodes };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, SignIn, async (ctx, input) =>
    welcome(args, ctx, await args.context.auth.signIn(callerOf(args, ctx), input)),
  );
}

export default function SignInPage() {
  const t = useT();
  const { to, personas, sendsCodes } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [, { email, password }] = useForm<SignIn>({ id: 'sign-in', lastResult: sent?.lastResult ?? null });
  const labels = { email: t('people.signIn.email'), password: t('people.signIn.password') };
  const way = `?to=${encodeURIComponent(to)}`;
  return (
    <div className="page page-narrow stack">
      <h1>{t('people.signIn.title')}</h1>
      <p className="quiet">{t('people.signIn.lead')}</p>
      {personas.length > 0 ? <PersonaButtons personas={personas} action={`/sign-in/persona${way}`} /> : null}
      <form method="post" className="form" noValidate>
        <Refusal of={sent?.refusal} />
        <ErrorSummary
          fields={[
            { field: email, label: labels.email },
            { field: password, label: labels.password },
          ]}
        />
        <Field of={email} label={labels.email} type="email" autoComplete="username" required maxLength={254} />
        <Field of={password} label={labels.password} type="password" autoComplete="current-password" required />
        <button type="submit" className="btn btn-wide">
          {t('people.signIn.submit')}
        </button>
      </form>
      <p className="row">
        {sendsCodes ? (
          <a className="link" href={`/sign-in/phone${way}`}>
            {t('people.signIn.byPhone')}
          </a>
        ) : null}
        <a className="link" href={`/sign-up${way}`}>
          {t('people.signIn.noAccount')}
        </a>
      </p>
    </div>
  );
}
