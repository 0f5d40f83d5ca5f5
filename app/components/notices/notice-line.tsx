import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { NoticeView } from '#server/notices/contract.ts';

/** One thing the reader was told. Opening it counts it as read and leads to the page it is about. */
export function NoticeLine({ notice }: { notice: NoticeView }) {
  const t = useT();
  const language = useLanguage();
  const { id, title, words, at, isRead, page, messages } = notice;
  return (
    <li className={isRead ? undefined : 'notice-new'}>
      <p className="notice-head">
        <b>
          {isRead ? null : <span className="visually-hidden">{t('notices.fresh')} </span>}
          {title}
        </b>
        <time className="quiet small" dateTime={at}>
          {formatMoment(at, language)}
        </time>
      </p>
      <p>{words}</p>
      <div className="notice-foot">
        <span className="quiet small">
          {messages.map(({ channel, state }) => t(`notices.also.${channel}.${state}`)).join(' · ')}
        </span>
        {page !== null || !isRead ? (
          <form method="post" action={`/account/notices/${id}`}>
            <button type="submit" className="btn btn-quiet">
              {t(page === null ? 'notices.readOne' : 'notices.open')}
            </button>
          </form>
        ) : null}
      </div>
    </li>
  );
}
