import { useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Chips } from '#app/components/form/chips.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Check } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { type PreferencesView, SavePreferences } from '#server/notices/contract.ts';
import { getPreferences, savePreferences } from '#server/notices/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'notices.prefer.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, (ctx) => getPreferences(ctx, { language: args.context.lang, demo: args.context.env.demo }));
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, SavePreferences, async (ctx, input) => {
    await savePreferences(ctx, input);
    return redirectWithToast(args, '/account/notices', 'notices.done.saved');
  });
}

/** In which language a reader is written to, and about what besides money. */
export default function PreferencesPage() {
  const t = useT();
  const preferences = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { language: chosen, muted, groups } = preferences;
  const wanted = Object.fromEntries(groups.filter((group) => !muted.includes(group)).map((group) => [group, 'on']));
  const [, fields] = useForm<SavePreferences>({
    id: 'preferences',
    lastResult: sent?.lastResult ?? null,
    defaultValue: { language: chosen, ...wanted },
  });
  const language = t('notices.prefer.language');
  const labelled = groups.map((group) => ({ field: fields[group], label: t(`notices.prefer.groups.${group}.label`) }));
  return (
    <div className="page page-narrow stack">
      <h1>{t('notices.prefer.title')}</h1>
      <p className="quiet">{t('notices.prefer.lead')}</p>
      <WhereTo preferences={preferences} />
      <form method="post" className="form" noValidate>
        <Refusal of={sent?.refusal} />
        <ErrorSummary fields={[{ field: fields.language, label: language }, ...labelled]} />
        <Chips
          of={fields.language}
          legend={language}
          chips={[
            { value: 'zh-CN', label: <span lang="zh-CN">{t('notices.prefer.chinese')}</span> },
            { value: 'en', label: <span lang="en">{t('notices.prefer.english')}</span> },
          ]}
        />
        <fieldset className="field tell-me">
          <legend>{t('notices.prefer.also')}</legend>
          <div className="field">
            <label className="check">
              <input type="checkbox" defaultChecked disabled aria-describedby="always-help" />
              <span>{t('notices.prefer.always')}</span>
            </label>
            <p className="field-help" id="always-help">
              {t('notices.prefer.alwaysHelp')}
            </p>
          </div>
          {labelled.map(({ field, label }, index) => (
            <Check
              key={field.id}
              of={field}
              label={label}
              help={t(`notices.prefer.groups.${groups[index] ?? 'shipment'}.help`)}
            />
          ))}
        </fieldset>
        <button type="submit" className="btn">
          {t('notices.prefer.save')}
        </button>
      </form>
      <p>
        <a className="link" href="/account/notices">
          {t('notices.prefer.back')}
        </a>
      </p>
    </div>
  );
}

function WhereTo({ preferences: { email, maskedPhone } }: { preferences: PreferencesView }) {
  const t = useT();
  if (email !== null) return <p>{t('notices.prefer.to', { email })}</p>;
  return (
    <p>{maskedPhone === null ? t('notices.prefer.toNowhere') : t('notices.prefer.toPhone', { phone: maskedPhone })}</p>
  );
}
