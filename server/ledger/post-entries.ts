import { assert } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { asRecords, rowOf, sql, type Tx } from '#server/platform/index.ts';
import { type EntryInput, openAccounts } from './post-entry.ts';

/**
 * Writes many entries in a handful of statements, each as postEntry would. A key posted before changes nothing. Returns
 * how many were new.
 */
export async function postEntries(tx: Tx, inputs: readonly EntryInput[]): Promise<number> {
  if (inputs.length === 0) return 0;
  const entries = inputs.map((input) => ({ ...input, id: uuidv7(tx.now) }));
  assert(new Set(entries.map(({ key }) => key)).size === entries.length, 'each key once');
  const postings = entries.flatMap(({ id, key, postings: parts }) => {
    const moved = parts.filter((part) => part.amount !== 0);
    const total = moved.reduce((sum, part) => sum + part.amount, 0);
    assert(total === 0, `entry ${key} is ${total} fen off balance`);
    return moved.map((part, position) => ({ ...part, entryId: id, position }));
  });
  await openAccounts(tx, postings);
  const heads = entries.map(({ id, key, kind, reference }) => ({ id, key, kind, reference }));
  const parts = postings.map(({ entryId, position, account, amount, detail }) => ({
    entry_id: entryId,
    position,
    code: account.code,
    amount,
    detail,
  }));
  const posted = await rowOf<{ entries: number; postings: number; wanted: number }>(
    tx,
    sql`with heads as (
          select * from jsonb_to_recordset(${asRecords(heads)}) as head(id uuid, key text, kind text, reference text)
        ), parts as (
          select * from jsonb_to_recordset(${asRecords(parts)})
            as part(entry_id uuid, position int, code text, amount bigint, detail text)
        ), written as (
          insert into entry (id, key, kind, at, reference, actor_id)
          select id, key, kind, ${tx.now}, reference, ${tx.actor.id} from heads order by key
          on conflict (key) do nothing returning id
        ), booked as (
          insert into posting (entry_id, account_id, amount, detail)
          select parts.entry_id, account.id, parts.amount, parts.detail
          from parts join written on written.id = parts.entry_id join account on account.code = parts.code
          order by parts.entry_id, parts.position returning 1
        )
        select (select count(*)::int from written) as entries, (select count(*)::int from booked) as postings,
          (select count(*)::int from parts join written on written.id = parts.entry_id) as wanted`,
  );
  assert(posted && posted.postings === posted.wanted, 'no entry lost a posting');
  return posted.entries;
}
