import { useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { CodeForm } from '#app/components/people/code-form.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { callerOf, type Sent, submitForm, wayBack } from '#app/request.server.ts';
import { AskForCode } from '#server/people/contract.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'people.phone.title');

export function loader({ request, context }: LoaderFunctionArgs) {
  return { to: wayBack(request), demo: context.env.demo };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, AskForCode, async (ctx, { phone }) => {
    await args.context.auth.sendCode(callerOf(args, ctx), phone);
    return { sentTo: phone };
  });
}

export default function PhonePage() {
  const { to, demo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const way = `?to=${encodeURIComponent(to)}`;
  if (answer && 'sentTo' in answer) return <CodeForm phone={answer.sentTo} way={way} demo={demo} />;
  return <PhoneForm sent={answer} way={way} />;
}

function PhoneForm({ sent, way }: { sent: Sent | undefined; way: string }) {
  const t = useT();
  const [, { phone }] = useForm<AskForCode>({ id: 'phone', lastResult: sent?.lastResult ?? null });
  const label = t('people.phone.phone');
  return (
    <div className="page page-narrow stack">
      <h1>{t('people.phone.title')}</h1>
      <form method="post" className="form" noValidate>
        <Refusal of={sent?.refusal} />
        <ErrorSummary fields={[{ field: phone, label }]} />
        <Field
          of={phone}
          label={label}
          help={t('people.phone.help')}
          type="tel"
          inputMode="tel"
          autoComplete="tel-national"
          required
        />
        <button type="submit" className="btn btn-wide">
          {t('people.phone.send')}
        </button>
      </form>
      <p>
        <a className="link" href={`/sign-in${way}`}>
          {t('people.signIn.byPassword')}
        </a>
      </p>
    </div>
  );
}
