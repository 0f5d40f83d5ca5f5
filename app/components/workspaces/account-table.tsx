import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { formatDate, formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { MembershipView } from '#server/people/contract.ts';
import type { AccountListView, AccountRowView } from '#server/people/index.ts';

/** Who can sign in, how, and with which roles. */
export function AccountTable({ list }: { list: AccountListView }) {
  const t = useT();
  const language = useLanguage();
  const columns: Column<AccountRowView>[] = [
    { id: 'name', head: t('workspaces.admin.name'), heading: true, cell: (row) => row.name },
    {
      id: 'roles',
      head: t('workspaces.admin.roles'),
      cell: (row) =>
        row.memberships.length === 0 ? (
          <span className="quiet">{t('workspaces.admin.buyer')}</span>
        ) : (
          <ul>
            {row.memberships.map((membership) => (
              <MembershipLine key={JSON.stringify(membership)} membership={membership} />
            ))}
          </ul>
        ),
    },
    {
      id: 'email',
      head: t('workspaces.admin.email'),
      cell: (row) => row.email ?? t(row.sample ? 'workspaces.admin.byPersona' : 'workspaces.admin.byPhone'),
    },
    { id: 'created', head: t('workspaces.admin.created'), cell: (row) => formatDate(row.createdAt, language) },
    {
      id: 'seen',
      head: t('workspaces.admin.seen'),
      cell: (row) =>
        row.lastSeenAt ? (
          formatMoment(row.lastSeenAt, language)
        ) : (
          <span className="quiet">{t('workspaces.admin.never')}</span>
        ),
    },
  ];
  return (
    <Table
      caption={t('workspaces.admin.accounts')}
      captionHidden
      columns={columns}
      rows={list.rows}
      keyOf={(row) => row.id}
      empty={
        <EmptyState scene="no-results" title={t('workspaces.admin.empty')}>
          {t('workspaces.admin.emptyDetail')}
        </EmptyState>
      }
    />
  );
}

function MembershipLine({ membership }: { membership: MembershipView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const place = membership.organization ?? membership.area;
  const name = t(`people.roles.${membership.role}`);
  const role = place ? t('workspaces.admin.at', { role: name, place: text(place) }) : name;
  return (
    <li>
      {membership.until ? t('workspaces.admin.until', { role, day: formatDate(membership.until, language) }) : role}
    </li>
  );
}
