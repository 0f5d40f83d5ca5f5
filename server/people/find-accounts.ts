import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { MembershipView } from './contract.ts';

const ACCOUNTS_PER_PAGE = 40;
/** Sooner or later a person types `%`, and means it. */
const WILD = /[\\%_]/g;

export type AccountRowView = {
  id: string;
  name: string;
  email: string | null;
  hasPhone: boolean;
  sample: boolean;
  createdAt: string;
  lastSeenAt: string | null;
  memberships: MembershipView[];
};

export type AccountListView = { query: string; page: number; pages: number; accounts: number; rows: AccountRowView[] };

/** Everybody who can sign in, newest first, with the roles each holds and where. Never a phone number. */
export async function findAccounts(
  ctx: Ctx,
  { query, page }: { query: string; page: number },
): Promise<AccountListView> {
  authorize(ctx, 'people.manage');
  const like = `%${query.replace(WILD, '\\$&')}%`;
  const wanted = query === '' ? sql`true` : sql`(person.name ilike ${like} or person.email ilike ${like})`;
  const counted = await rowOf<{ accounts: number }>(
    ctx,
    sql`select count(*)::int as accounts from user_account as person where ${wanted}`,
  );
  const accounts = counted?.accounts ?? 0;
  const pages = Math.max(1, Math.ceil(accounts / ACCOUNTS_PER_PAGE));
  const shown = Math.min(page, pages);
  const rows = await rowsOf<AccountRowView>(
    ctx,
    sql`select person.id, person.name, case when person.email like '%.invalid' then null else person.email end as email,
          person.phone_token is not null as "hasPhone", person.persona is not null as sample,
          person.created_at as "createdAt", seen.last as "lastSeenAt", held.memberships
        from (
          select * from user_account as person where ${wanted}
          order by created_at desc, id limit ${ACCOUNTS_PER_PAGE} offset ${(shown - 1) * ACCOUNTS_PER_PAGE}
        ) as person
        cross join lateral (select max(updated_at) as last from user_session where user_id = person.id) as seen
        cross join lateral (
          select coalesce(jsonb_agg(jsonb_build_object('role', role, 'organization', organization.name,
            'area', region.name, 'until', until) order by membership.id), '[]') as memberships
          from membership left join organization on organization.id = membership.organization_id
          left join region on region.code = membership.area
          where membership.user_id = person.id
        ) as held
        order by person.created_at desc, person.id`,
  );
  return { query, page: shown, pages, accounts, rows };
}
