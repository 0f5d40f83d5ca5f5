export { countUnread, findNotices } from './find-notices.ts';
export { forgetNotices } from './forget-notices.ts';
export { hearNews, noticeTopics } from './hear-news.ts';
export { getPreferences, savePreferences } from './preferences.ts';
export { readAllNotices, readNotice } from './read-notices.ts';
