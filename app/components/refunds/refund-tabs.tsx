import { Tabs } from '#app/components/workspaces/tabs.tsx';
import { useT } from '#app/i18n/index.tsx';

const places = { refunds: '/books/refunds', disputes: '/books/disputes' } as const;

/** Money that goes back because we owe it, and money a buyer asks back of his bank. */
export function RefundTabs({ current }: { current: keyof typeof places }) {
  const t = useT();
  const tabs = (Object.keys(places) as (keyof typeof places)[]).map((place) => ({
    href: places[place],
    label: t(`moneyBack.tabs.${place}`),
    current: place === current,
  }));
  return <Tabs label={t('moneyBack.tabs.label')} tabs={tabs} />;
}
