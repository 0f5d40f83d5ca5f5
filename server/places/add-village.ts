import { DomainError } from '#server/kernel/errors.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { authorize, type Ctx, purge, recordChange, run, sql, transact } from '#server/platform/index.ts';

/** A village by its twelve-digit division code; the first nine are its township. */
export type AddVillage = { code: string; name: LocalizedText; intro: LocalizedText | null };

const VILLAGE_CODE = /^\d{12}$/;
const TOWNSHIP_DIGITS = 9;

/** Takes a village into the places the trade knows. Refuses one whose township is not known or whose code is taken. */
export async function addVillage(ctx: Ctx, input: AddVillage): Promise<void> {
  authorize(ctx, 'places.manage', { area: input.code });
  if (!VILLAGE_CODE.test(input.code)) throw new DomainError('invalid', 'places.code-invalid', { code: input.code });
  await transact(ctx, async (tx) => {
    const township = input.code.slice(0, TOWNSHIP_DIGITS);
    const known = await run(tx, sql`select from region where code = ${township} and level = 'township' for share`);
    const added = await run(
      tx,
      sql`insert into region (code, parent_code, level, name, intro)
          select ${input.code}, code, 'village', ${JSON.stringify(input.name)}::jsonb,
            ${input.intro && JSON.stringify(input.intro)}::jsonb
          from region where code = ${township} and level = 'township'
          on conflict (code) do nothing`,
    );
    if (added === 0) throw refusalOf(known > 0, input.code);
    await recordChange(tx, { subject: 'region', subjectId: input.code, what: 'added', after: input });
    await purge(tx, [`village:${input.code}`]);
  });
}

function refusalOf(townshipKnown: boolean, code: string): DomainError {
  return townshipKnown
    ? new DomainError('conflict', 'places.code-taken', { code })
    : new DomainError('not-found', 'places.region-unknown', { code });
}
