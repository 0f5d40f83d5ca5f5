import { useT } from '#app/i18n/index.tsx';
import type { RecipientView } from '#server/platform/messages/index.ts';

/** Whose messages are shown: everybody's, or one person's. */
export function RecipientFilter({ recipients, person }: { recipients: RecipientView[]; person: string | null }) {
  const t = useT();
  if (recipients.length < 2 && person === null) return null;
  return (
    <nav className="recipients" aria-label={t('notices.outbox.persons')}>
      <a href="/outbox" aria-current={person === null ? 'page' : undefined}>
        {t('notices.outbox.everybody')}
      </a>
      {recipients.map((one) => (
        <a
          key={one.person}
          href={`/outbox?person=${one.person}`}
          aria-current={one.person === person ? 'page' : undefined}
        >
          {one.recipient} <span>{one.messages}</span>
        </a>
      ))}
    </nav>
  );
}
