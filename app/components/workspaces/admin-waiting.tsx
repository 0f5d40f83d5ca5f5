import { WaitingList } from '#app/components/office/waiting-list.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { useT } from '#app/i18n/index.tsx';
import { ActionLink } from './action-link.tsx';

type Props = {
  /** Claims that wait for the platform's word, messages nobody tries any more, and jobs that are late. */
  claims: number;
  givenUp: number;
  late: number;
};

/** What waits for an administrator. */
export function AdminWaiting({ claims, givenUp, late }: Props) {
  const t = useT();
  const all = [
    { id: 'claims', count: claims, href: '/admin/claims' },
    { id: 'givenUp', count: givenUp, href: '/admin/messages' },
    { id: 'late', count: late, href: '/admin#health' },
  ] as const;
  const items = all
    .filter(({ count }) => count > 0)
    .map(({ id, count, href }) => ({
      id,
      title: t(`workspaces.admin.waits.${id}`, { count }),
      since: t(`workspaces.admin.waits.${id}Detail`),
      action: <ActionLink href={href} words={t('workspaces.admin.waits.open')} of="" second />,
    }));
  return <WaitingList items={items} empty={<EmptyState scene="all-done" title={t('workspaces.admin.waits.none')} />} />;
}
