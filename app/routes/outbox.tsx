import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import { translatorFor } from '#app/i18n/translator.ts';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { type KeptMessage, showMessages } from '#server/platform/messages/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'people.outbox.title');

export async function loader(args: LoaderFunctionArgs) {
  const messages = await withCtx(args, showMessages);
  return messages.map((message) => ({ ...message, sentence: sentenceOf(message) }));
}

/** The words a real provider would have sent, in the language of whoever would have got them. */
function sentenceOf({ language, template, params }: KeptMessage): string {
  const t = translatorFor(language);
  return t.has(template) ? t(template, params) : template;
}

export default function OutboxPage() {
  const t = useT();
  const language = useLanguage();
  const messages = useLoaderData<typeof loader>();
  return (
    <div className="page page-narrow stack">
      <h1>{t('people.outbox.title')}</h1>
      <p className="quiet">{t('people.outbox.lead')}</p>
      {messages.length === 0 ? (
        <EmptyState scene="quiet-field" title={t('people.outbox.empty')}>
          {t('people.outbox.emptyDetail')}
        </EmptyState>
      ) : null}
      {messages.map((message) => (
        <article key={message.id} className="panel stack">
          <p className="row-between">
            <b>
              {t(`people.outbox.${message.channel}`)} {t('people.outbox.to', { recipient: message.recipient })}
            </b>
            <span className="quiet small">
              {message.isNew ? <span className="pill pill-waiting">{t('people.outbox.fresh')}</span> : null}{' '}
              <time dateTime={message.at}>{formatMoment(message.at, language)}</time>
            </span>
          </p>
          <p lang={message.language}>{message.sentence}</p>
        </article>
      ))}
    </div>
  );
}
