import { businessDayOf } from '#server/kernel/calendar.ts';
import type { Language } from '#server/kernel/text.ts';
import type { RoleName } from '#server/people/index.ts';
import { rowOf, rowsOf, sql, type Tx } from '#server/platform/index.ts';
import { unseal, unsealAlike } from '#server/platform/sealed.ts';
import type { MutableGroup } from './contract.ts';

/** Who is told, and how he can be reached: one of account, guest's order and household. */
export type Reader = {
  userId: string | null;
  orderId: string | null;
  householdId: string | null;
  language: Language;
  mail: string | null;
  phone: string | null;
  muted: readonly MutableGroup[];
};

/** The people of the sample world are written to in a demo, where nothing leaves, and nowhere else. */
export type Post = { demo: boolean; siteUrl: string };

const STAFF_MAX = 30;

/**
 * The mail address of an account. Who signed up by phone has one that only fills the column; a persona's does too, but in
 * a demo it shows what would have been written.
 */
export function mailOf({ demo }: Pick<Post, 'demo'>) {
  return sql`case when person.persona is not null then case when ${demo}::boolean then person.email end
    when person.email like '%.invalid' then null else person.email end`;
}

export type Buyer = Reader & { number: string; total: number };

type BuyerRow = Omit<Buyer, 'phone'> & { phone: string; phoneToken: string | null; isGuest: boolean };

/** The buyer of an order: his account, or without one the phone he left with the order. */
export async function buyerOf(tx: Tx, orderId: string, post: Post): Promise<Buyer | null> {
  const row = await rowOf<BuyerRow>(
    tx,
    sql`select trade_order.number, total_fen as total, person.id as "userId", person.id is null as "isGuest",
          case when person.id is null then trade_order.id end as "orderId", null as "householdId",
          coalesce(preference.language, trade_order.language) as language, ${mailOf(post)} as mail, trade_order.phone,
          person.phone_token as "phoneToken", coalesce(preference.muted, '{}') as muted
        from trade_order
        left join user_account as person on person.id = trade_order.buyer_user_id
        left join notice_preference as preference on preference.user_id = person.id
        where trade_order.id = ${orderId}`,
  );
  if (!row) return null;
  const { phoneToken, isGuest, ...buyer } = row;
  return { ...buyer, phone: isGuest ? row.phone : phoneToken && unsealAlike(phoneToken) };
}

/** Everybody who holds a role today: in one organization, or anywhere. Never by text: work waits for a desk. */
export function staffOf(tx: Tx, role: RoleName, organizationId: string | null, post: Post): Promise<Reader[]> {
  return rowsOf<Reader>(
    tx,
    sql`select distinct person.id as "userId", null as "orderId", null as "householdId", null as phone,
          coalesce(preference.language, 'zh-CN') as language, ${mailOf(post)} as mail,
          coalesce(preference.muted, '{}') as muted
        from membership join user_account as person on person.id = membership.user_id
        left join notice_preference as preference on preference.user_id = person.id
        where role = ${role} and (until is null or until >= ${businessDayOf(tx.now)}::date)
          and organization_id is not distinct from ${organizationId}::uuid and (person.persona is null or ${post.demo}::boolean)
        order by "userId" limit ${STAFF_MAX}`,
  );
}

/** One account, whatever it may do. */
export async function accountOf(tx: Tx, userId: string, post: Post): Promise<Reader | null> {
  return rowOf<Reader>(
    tx,
    sql`select person.id as "userId", null as "orderId", null as "householdId", null as phone,
          coalesce(preference.language, 'zh-CN') as language, ${mailOf(post)} as mail, coalesce(preference.muted, '{}') as muted
        from user_account as person left join notice_preference as preference on preference.user_id = person.id
        where person.id = ${userId}`,
  );
}

/** A household, by the phone it is registered with. A household of the sample world has one that is nobody's. */
export async function householdReader(tx: Tx, householdId: string, { demo }: Post): Promise<Reader | null> {
  const row = await rowOf<{ sealed: Uint8Array | null; sample: boolean }>(
    tx,
    sql`select phone_sealed as sealed, sample from household where id = ${householdId}`,
  );
  if (!row) return null;
  const reachable = row.sealed !== null && (demo || !row.sample);
  return {
    userId: null,
    orderId: null,
    householdId,
    language: 'zh-CN',
    mail: null,
    phone: reachable && row.sealed ? unseal(row.sealed) : null,
    muted: [],
  };
}
