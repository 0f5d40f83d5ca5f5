import { addDays, startOfDay } from '#server/kernel/calendar.ts';
import { DomainError, present } from '#server/kernel/errors.ts';
import { addFen, type Fen } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { authorize, type Ctx, organizationsWith, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { Period, SellerAccountPart, SellerAccountRow, SellerAccountView } from './contract.ts';

const ENTRIES_PER_PAGE = 40;

/**
 * What stands between a clerk's organization and the platform over some days, part by part: what it earned itself, what
 * it paid to households for us, what it took in at its till and what it promised off. Above zero is owed to it.
 */
export async function getSellerAccount(ctx: Ctx, period: Period, wish: { page: number }): Promise<SellerAccountView> {
  const organization = await ownOrganization(ctx);
  authorize(ctx, 'dues.read', { organizationId: organization.id });
  const since = startOfDay(period.from);
  const until = startOfDay(addDays(period.to, 1));
  // The till's money is under the name of the provider that it is.
  const own = sql`posting join account on account.id = posting.account_id join entry on entry.id = posting.entry_id
    where (account.owner_id = ${organization.id} or account.code = ${`clearing:cash:${organization.id}`})`;
  const parts = await rowsOf<SellerAccountPart>(
    ctx,
    sql`select account.kind, coalesce(-sum(amount) filter (where entry.at < ${since}), 0)::bigint as opening,
          coalesce(-sum(amount) filter (where entry.at >= ${since} and amount < 0), 0)::bigint as more,
          coalesce(sum(amount) filter (where entry.at >= ${since} and amount > 0), 0)::bigint as less,
          -sum(amount)::bigint as closing
        from ${own} and entry.at < ${until} group by account.kind order by account.kind collate "C"`,
  );
  const count = await rowOf<{ entries: number }>(
    ctx,
    sql`select count(distinct entry.id)::int as entries from ${own} and entry.at >= ${since} and entry.at < ${until}`,
  );
  const pages = Math.max(1, Math.ceil(present(count, 'the count of entries').entries / ENTRIES_PER_PAGE));
  const page = Math.min(wish.page, pages);
  const { id: _, ...named } = organization;
  return {
    organization: named,
    ...period,
    parts,
    sums: {
      opening: sumOf(parts, 'opening'),
      more: sumOf(parts, 'more'),
      less: sumOf(parts, 'less'),
      closing: sumOf(parts, 'closing'),
    },
    page,
    pages,
    rows: await rowsOf<SellerAccountRow>(
      ctx,
      sql`select booked.id, booked.at, booked.kind, trade_order.number as "orderNumber", booked.amount
          from (
            select entry.id, entry.at, entry.kind, entry.reference, -sum(amount)::bigint as amount
            from ${own} and entry.at >= ${since} and entry.at < ${until} group by entry.id
            order by entry.at desc, entry.id desc limit ${ENTRIES_PER_PAGE} offset ${(page - 1) * ENTRIES_PER_PAGE}
          ) as booked
          left join trade_order on trade_order.id = case when booked.reference ~ '^[0-9a-f-]{36}$' then booked.reference::uuid end
          order by booked.at desc, booked.id desc`,
    ),
  };
}

function sumOf(parts: readonly SellerAccountPart[], column: 'opening' | 'more' | 'less' | 'closing'): Fen {
  return addFen(...parts.map((part) => part[column]));
}

async function ownOrganization(ctx: Ctx): Promise<{ id: string; code: string; name: LocalizedText }> {
  const own = organizationsWith(ctx.actor, 'dues.read');
  const row =
    own === 'all' || own.length === 0
      ? null
      : await rowOf<{ id: string; code: string; name: LocalizedText }>(
          ctx,
          sql`select id, code, name from organization where id = any(${own}::uuid[]) order by code limit 1`,
        );
  if (!row) throw new DomainError('forbidden', 'access.denied', { permission: 'dues.read' });
  return row;
}
