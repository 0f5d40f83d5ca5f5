import { DomainError } from '#server/kernel/errors.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import {
  authorize,
  type Ctx,
  purge,
  recordChange,
  rowOf,
  run,
  sql,
  type Tx,
  transact,
} from '#server/platform/index.ts';

type HouseholdRow = { id: string; code: string; village_code: string };

/** The household agrees that its story is shown; the story may still have to be written. */
export async function consentToStory(ctx: Ctx, householdId: string, story: LocalizedText | null): Promise<void> {
  await changeStory(ctx, householdId, story, 'consented');
}

/** The household takes its consent back: the story goes at once and is not kept. */
export async function withdrawStory(ctx: Ctx, householdId: string): Promise<void> {
  await changeStory(ctx, householdId, null, 'withdrew');
}

async function changeStory(
  ctx: Ctx,
  householdId: string,
  story: LocalizedText | null,
  what: 'consented' | 'withdrew',
): Promise<void> {
  const household = await getHouseholdRow(ctx, householdId);
  authorize(ctx, 'households.register', { area: household.village_code });
  await transact(ctx, async (tx) => {
    await writeStory(tx, household, story, what === 'consented' ? tx.now : null);
    await recordChange(tx, { subject: 'household', subjectId: household.id, what, after: story });
    await purge(tx, [`household:${household.code}`, `village:${household.village_code}`]);
  });
}

/** Only where the household lives is read before it is known who may change it. */
async function getHouseholdRow(ctx: Ctx, id: string): Promise<HouseholdRow> {
  const row = await rowOf<HouseholdRow>(ctx, sql`select id, code, village_code from household where id = ${id}`);
  if (!row) throw new DomainError('not-found', 'households.unknown');
  return row;
}

async function writeStory(tx: Tx, household: HouseholdRow, story: LocalizedText | null, at: Date | null) {
  await run(
    tx,
    sql`update household set story = ${story && JSON.stringify(story)}::jsonb, story_consent_at = ${at}
        where id = ${household.id}`,
  );
}
