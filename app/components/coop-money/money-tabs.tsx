import { Tabs } from '#app/components/workspaces/tabs.tsx';
import { useT } from '#app/i18n/index.tsx';

const places = { households: '/coop/dues', account: '/coop/account' } as const;

/** The money of a cooperative's households, and its own. */
export function MoneyTabs({ current }: { current: keyof typeof places }) {
  const t = useT();
  const tabs = (Object.keys(places) as (keyof typeof places)[]).map((place) => ({
    href: places[place],
    label: t(`coopMoney.tabs.${place}`),
    current: place === current,
  }));
  return <Tabs label={t('coopMoney.tabs.label')} tabs={tabs} />;
}
