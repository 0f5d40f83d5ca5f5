import { Tabs } from '#app/components/workspaces/tabs.tsx';
import { useT } from '#app/i18n/index.tsx';

const places = { balance: '/books/ledger', periods: '/books/periods' } as const;

/** The two views of the ledger: what stands on it, and which months of it are closed. */
export function LedgerTabs({ current }: { current: keyof typeof places }) {
  const t = useT();
  const tabs = (Object.keys(places) as (keyof typeof places)[]).map((place) => ({
    href: places[place],
    label: t(`ledger.tabs.${place}`),
    current: place === current,
  }));
  return <Tabs label={t('ledger.tabs.label')} tabs={tabs} />;
}
