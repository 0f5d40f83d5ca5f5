import { useForm } from '@conform-to/react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { callerOf, submitForm, wayBack, welcome } from '#app/request.server.ts';
import { PASSWORD_CHARACTERS } from '#server/kernel/input.ts';
import { SignUp } from '#server/people/contract.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'people.signUp.title');

export function loader({ request, context }: LoaderFunctionArgs) {
  const to = wayBack(request);
  if (context.userId !== null) throw redirect(to);
  return { to };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, SignUp, async (ctx, input) =>
    welcome(args, ctx, await args.context.auth.signUp(callerOf(args, ctx), input)),
  );
}

export default function SignUpPage() {
  const t = useT();
  const { to } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [, { name, email, password }] = useForm<SignUp>({ id: 'sign-up', lastResult: sent?.lastResult ?? null });
  const labels = {
    name: t('people.signUp.name'),
    email: t('people.signUp.email'),
    password: t('people.signUp.password'),
  };
  return (
    <div className="page page-narrow stack">
      <h1>{t('people.signUp.title')}</h1>
      <form method="post" className="form" noValidate>
        <Refusal of={sent?.refusal} />
        <ErrorSummary
          fields={[
            { field: name, label: labels.name },
            { field: email, label: labels.email },
            { field: password, label: labels.password },
          ]}
        />
        <Field of={name} label={labels.name} autoComplete="name" required maxLength={40} />
        <Field of={email} label={labels.email} type="email" autoComplete="username" required maxLength={254} />
        <Field
          of={password}
          label={labels.password}
          help={t('people.signUp.passwordHelp', { min: PASSWORD_CHARACTERS.min })}
          type="password"
          autoComplete="new-password"
          required
        />
        <button type="submit" className="btn btn-wide">
          {t('people.signUp.submit')}
        </button>
      </form>
      <p>
        <a className="link" href={`/sign-in?to=${encodeURIComponent(to)}`}>
          {t('people.signUp.haveAccount')}
        </a>
      </p>
    </div>
  );
}
