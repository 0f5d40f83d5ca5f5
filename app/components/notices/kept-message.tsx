import { StatusPill, type Tone } from '#app/components/office/status-pill.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { KeptMessage } from '#server/platform/messages/index.ts';

/** A text, as it stands on a phone. */
export function KeptText({ message }: { message: KeptMessage }) {
  return (
    <article className="kept kept-text">
      <KeptHead message={message} />
      <p className="kept-bubble" lang={message.language}>
        {message.words}
      </p>
      <KeptState message={message} />
    </article>
  );
}

/** A mail: subject, then the letter with its line breaks. */
export function KeptMail({ message }: { message: KeptMessage }) {
  const t = useT();
  return (
    <article className="kept panel">
      <KeptHead message={message} />
      <p className="kept-subject" lang={message.language}>
        <span className="visually-hidden">{t('notices.outbox.subject')} </span>
        {message.subject}
      </p>
      <p className="kept-letter" lang={message.language}>
        {message.words}
      </p>
      <KeptState message={message} />
    </article>
  );
}

function KeptHead({ message }: { message: KeptMessage }) {
  const t = useT();
  const language = useLanguage();
  return (
    <p className="kept-head">
      <b>{t(`notices.outbox.to.${message.channel}`, { recipient: message.recipient })}</b>
      <span className="quiet small">
        {message.isNew ? <StatusPill tone="waiting">{t('notices.outbox.fresh')}</StatusPill> : null}{' '}
        <time dateTime={message.at}>{formatMoment(message.at, language)}</time>
      </span>
    </p>
  );
}

const tones: Record<KeptMessage['state'], Tone> = {
  waiting: 'waiting',
  sending: 'moving',
  sent: 'good',
  'given-up': 'problem',
  'not-sent': 'quiet',
};

/** Whether it has left; of one that has not, how often it was tried and when it is tried again. */
function KeptState({ message: { state, tries, nextTryAt, lastError } }: { message: KeptMessage }) {
  const t = useT();
  const language = useLanguage();
  return (
    <p className="kept-state quiet small">
      <StatusPill tone={tones[state]}>{t(`notices.outbox.state.${state}`)}</StatusPill>
      {tries > 1 || (tries === 1 && state !== 'sent') ? (
        <span>{t('notices.outbox.tries', { count: tries })}</span>
      ) : null}
      {state === 'waiting' && tries > 0 && nextTryAt ? (
        <span>{t('notices.outbox.next', { time: formatMoment(nextTryAt, language) })}</span>
      ) : null}
      {state === 'not-sent' ? (
        <span>{t(lastError === 'no-provider' ? 'notices.outbox.noProvider' : 'notices.outbox.tooLate')}</span>
      ) : lastError ? (
        <code>{lastError}</code>
      ) : null}
    </p>
  );
}
