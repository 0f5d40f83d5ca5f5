import { useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Field } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { formatDate, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { type AccountView, RenameSelf } from '#server/people/contract.ts';
import { getAccount, renameSelf, workspacesOf } from '#server/people/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'people.account.title');

export async function loader(args: LoaderFunctionArgs) {
  return { account: await withCtx(args, getAccount), workspaces: workspacesOf(args.context.actor) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, RenameSelf, async (ctx, input) => {
    await renameSelf(ctx, input);
    return redirectWithToast(args, '/account', 'people.done.renamed');
  });
}

export default function AccountPage() {
  const t = useT();
  const { account, workspaces } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [, { name }] = useForm<RenameSelf>({
    id: 'account',
    lastResult: sent?.lastResult ?? null,
    defaultValue: { name: account.name },
  });
  return (
    <div className="page page-narrow stack">
      <h1>{t('people.account.title')}</h1>
      <nav className="row" aria-label={t('people.account.workspaces')}>
        <a className="btn btn-second" href="/orders">
          {t('people.account.orders')}
        </a>
        <a className="btn btn-second" href="/account/notices">
          {t('notices.title')}
        </a>
        {workspaces.map(({ key, href }) => (
          <a key={key} className="btn" href={href}>
            {t(`people.workspaces.${key}`)}
          </a>
        ))}
      </nav>
      <form method="post" className="form" noValidate>
        <Refusal of={sent?.refusal} />
        <Field of={name} label={t('people.account.name')} autoComplete="name" required maxLength={40} />
        <button type="submit" className="btn btn-second">
          {t('people.account.save')}
        </button>
      </form>
      <AccountFacts account={account} />
      <AccountForms />
    </div>
  );
}

function AccountFacts({ account: { email, maskedPhone, memberships } }: { account: AccountView }) {
  const t = useT();
  const none = t('people.account.none');
  const roles = memberships.length === 0 ? t('people.account.noRoles') : <Roles of={memberships} />;
  return (
    <DefinitionTable
      rows={[
        { term: t('people.account.email'), value: email ?? none },
        { term: t('people.account.phone'), value: maskedPhone ?? none },
        { term: t('people.account.roles'), value: roles },
      ]}
    />
  );
}

function Roles({ of }: { of: AccountView['memberships'] }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  return (
    <ul>
      {of.map(({ role, organization, area, until }) => {
        const place = organization ?? area;
        const name = t(`people.roles.${role}`);
        return (
          <li key={`${role} ${place?.['zh-CN']}`}>
            {place ? t('people.personas.at', { role: name, place: text(place) }) : name}{' '}
            {until ? t('people.account.until', { day: formatDate(until, language) }) : null}
          </li>
        );
      })}
    </ul>
  );
}

function AccountForms() {
  const t = useT();
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  return (
    <div className="row">
      <form method="post" action="/preferences">
        <input type="hidden" name="to" value="/account" />
        <button type="submit" name="language" value={other} lang={other} className="btn btn-second">
          {t('people.account.switchLanguage')}
        </button>
      </form>
      <form method="post" action="/sign-out">
        <button type="submit" className="btn btn-second">
          {t('people.account.signOut')}
        </button>
      </form>
    </div>
  );
}
