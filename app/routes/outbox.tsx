import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { KeptMail, KeptText } from '#app/components/notices/kept-message.tsx';
import { RecipientFilter } from '#app/components/notices/recipient-filter.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findRecipients, showMessages } from '#server/platform/messages/index.ts';

const PERSON_CHARACTERS_MAX = 600;

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'notices.outbox.title');

export function loader(args: LoaderFunctionArgs) {
  const asked = new URL(args.request.url).searchParams.get('person') ?? '';
  const person = /^[\w-]+$/.test(asked) ? asked.slice(0, PERSON_CHARACTERS_MAX) : null;
  return withCtx(args, async (ctx) => ({
    person,
    recipients: await findRecipients(ctx),
    messages: await showMessages(ctx, { person }),
  }));
}

/** What a demo would have sent: texts as a phone shows them, mails as letters. */
export default function OutboxPage() {
  const t = useT();
  const { person, recipients, messages } = useLoaderData<typeof loader>();
  return (
    <div className="page page-narrow stack">
      <h1>{t('notices.outbox.title')}</h1>
      <p className="quiet">{t('notices.outbox.lead')}</p>
      <RecipientFilter recipients={recipients} person={person} />
      {messages.length === 0 ? (
        <EmptyState scene="quiet-field" title={t(person ? 'notices.outbox.personNone' : 'notices.outbox.empty')}>
          {t(person ? 'notices.outbox.personNoneDetail' : 'notices.outbox.emptyDetail')}
        </EmptyState>
      ) : null}
      {messages.map((message) =>
        message.channel === 'sms' ? (
          <KeptText key={message.id} message={message} />
        ) : (
          <KeptMail key={message.id} message={message} />
        ),
      )}
    </div>
  );
}
