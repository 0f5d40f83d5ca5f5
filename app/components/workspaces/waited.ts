import { useT } from '#app/i18n/index.tsx';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long something waits, as one would say it; `now` is when the page was made. */
export function useWaited(now: string): (since: string) => string {
  const t = useT();
  return (since) => {
    const waited = Math.max(0, Date.parse(now) - Date.parse(since));
    if (waited < HOUR_MS) return t('workspaces.minutes', { count: Math.floor(waited / MINUTE_MS) });
    if (waited < 2 * DAY_MS) return t('workspaces.hours', { count: Math.floor(waited / HOUR_MS) });
    return t('workspaces.days', { count: Math.floor(waited / DAY_MS) });
  };
}

/** Goods that wait longer than this should have left by now. */
export function isLate(since: string, now: string): boolean {
  return Date.parse(now) - Date.parse(since) > 2 * DAY_MS;
}
