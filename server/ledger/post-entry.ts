import { assert } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import type { Fen } from '#server/kernel/money.ts';
import { asRecords, rowsOf, run, sql, type Tx } from '#server/platform/index.ts';

/** An account by its code; it is opened with its first posting. `ownerId` is whoever the money is for. */
export type AccountRef = { code: string; kind: string; ownerId: string | null };

/** Positive: the account is owed or has received. Negative: it owes. `detail` names what the amount is for. */
export type PostingInput = { account: AccountRef; amount: Fen; detail: string | null };

export type EntryInput = {
  /** What makes the entry one: posting the same key again changes nothing. */
  key: string;
  kind: string;
  /** What the money moved for, such as an order's id. */
  reference: string;
  postings: PostingInput[];
};

/**
 * Writes one entry whose postings sum to zero. Zero amounts are left out. Returns the entry's id, or null when the key
 * has been posted before. The database checks the sum again at commit and refuses every later change.
 */
export async function postEntry(tx: Tx, input: EntryInput): Promise<string | null> {
  const postings = input.postings.filter((posting) => posting.amount !== 0);
  const total = postings.reduce((sum, posting) => sum + posting.amount, 0);
  assert(total === 0, `entry ${input.key} is ${total} fen off balance`);

  await openAccounts(tx, postings);
  const id = uuidv7(tx.now);
  const rows = postings.map((posting, position) => ({
    position,
    code: posting.account.code,
    amount: posting.amount,
    detail: posting.detail,
  }));
  const [posted] = await rowsOf<{ postings: number; entries: number }>(
    tx,
    sql`with written as (
          insert into entry (id, key, kind, at, reference, actor_id)
          values (${id}, ${input.key}, ${input.kind}, ${tx.now}, ${input.reference}, ${tx.actor.id})
          on conflict (key) do nothing returning id
        ), parts as (
          insert into posting (entry_id, account_id, amount, detail)
          select written.id, account.id, part.amount, part.detail
          from written, jsonb_to_recordset(${asRecords(rows)}) as part(position int, code text, amount bigint, detail text)
          join account on account.code = part.code order by part.position
          returning 1
        )
        select (select count(*)::int from parts) as postings, (select count(*)::int from written) as entries`,
  );
  if (!posted || posted.entries === 0) return null;
  assert(posted.postings === postings.length, `entry ${input.key} lost a posting`);
  return id;
}

/** Opens the accounts that are named for the first time. */
export async function openAccounts(tx: Tx, postings: readonly PostingInput[]): Promise<void> {
  const accounts = [...new Map(postings.map(({ account }) => [account.code, account])).values()];
  // In code order, so that two entries opening the same accounts wait for each other instead of in a ring.
  accounts.sort((a, b) => (a.code < b.code ? -1 : 1));
  const records = accounts.map(({ code, kind, ownerId }) => ({ code, kind, owner_id: ownerId }));
  await run(
    tx,
    sql`insert into account (code, kind, owner_id)
        select code, kind, owner_id from jsonb_to_recordset(${asRecords(records)})
          as wanted(code text, kind text, owner_id text)
        where not exists (select from account where account.code = wanted.code)
        on conflict (code) do nothing`,
  );
}
