import type { Tx } from './ctx.ts';
import { run, sql } from './sql.ts';

export type Change = {
  /** What kind of thing changed, and which: `parcel`, its id. */
  subject: string;
  subjectId: string;
  /** What was done, in the words of the use-case: `shipped`. */
  what: string;
  before?: unknown;
  after?: unknown;
  reason?: string;
};

/** Who did what to which, when and why: in the same transaction as the change, and never changed again. */
export async function recordChange(tx: Tx, change: Change): Promise<void> {
  await run(
    tx,
    sql`insert into change_log (at, actor_id, actor_kind, subject, subject_id, what, before, after, reason)
        values (${tx.now}, ${tx.actor.id}, ${tx.actor.kind}, ${change.subject}, ${change.subjectId}, ${change.what},
          ${change.before === undefined ? null : JSON.stringify(change.before)}::jsonb,
          ${change.after === undefined ? null : JSON.stringify(change.after)}::jsonb, ${change.reason ?? null})`,
  );
}
