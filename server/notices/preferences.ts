import { present } from '#server/kernel/errors.ts';
import { maskPhone } from '#server/kernel/masking.ts';
import type { Language } from '#server/kernel/text.ts';
import { type Ctx, can, organizationsWith, recordChange, rowOf, run, sql, transact } from '#server/platform/index.ts';
import { unsealAlike } from '#server/platform/sealed.ts';
import { type MutableGroup, mutableGroups, type PreferencesView, type SavePreferences } from './contract.ts';
import { ownAccount } from './find-notices.ts';
import { mailOf } from './readers.ts';

type Row = { email: string | null; phoneToken: string | null; language: Language | null; muted: MutableGroup[] | null };

/** How a reader wants to be told; until he says so, in the language he reads now and of everything. */
export async function getPreferences(
  ctx: Ctx,
  { language, demo }: { language: Language; demo: boolean },
): Promise<PreferencesView> {
  const userId = ownAccount(ctx);
  const row = await rowOf<Row>(
    ctx,
    sql`select ${mailOf({ demo })} as email, person.phone_token as "phoneToken", preference.language, preference.muted
        from user_account as person left join notice_preference as preference on preference.user_id = person.id
        where person.id = ${userId}`,
  );
  const { email, phoneToken, ...kept } = present(row, 'the account of the actor');
  return {
    language: kept.language ?? language,
    muted: kept.muted ?? [],
    groups: groupsOf(ctx),
    email,
    maskedPhone: phoneToken === null ? null : maskPhone(unsealAlike(phoneToken)),
  };
}

/** Keeps in which language a reader is written to, and about what. What he is never told of he cannot switch off. */
export async function savePreferences(ctx: Ctx, input: SavePreferences): Promise<void> {
  const userId = ownAccount(ctx);
  const muted = groupsOf(ctx).filter((group) => input[group] !== 'on');
  await transact(ctx, async (tx) => {
    await run(
      tx,
      sql`insert into notice_preference (user_id, language, muted, changed_at)
          values (${userId}, ${input.language}, ${muted}::text[], ${tx.now})
          on conflict (user_id) do update set language = excluded.language, muted = excluded.muted,
            changed_at = excluded.changed_at`,
    );
    const after = { language: input.language, muted };
    await recordChange(tx, { subject: 'account', subjectId: userId, what: 'notices-preferred', after });
  });
}

function groupsOf({ actor }: Ctx): MutableGroup[] {
  const worksSomewhere = organizationsWith(actor, 'parcels.pack').length > 0 || can(actor, 'claims.arbitrate');
  const of: Record<MutableGroup, boolean> = {
    shipment: true,
    claim: true,
    work: worksSomewhere,
    books: can(actor, 'bank.keep'),
  };
  return mutableGroups.filter((group) => of[group]);
}
