import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import type { BaseUnit } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { authorize, type Ctx, purge, recordChange, run, sql, transact } from '#server/platform/index.ts';

/** A shelf of the shop, and its place among the others. */
export type AddFamily = { code: string; position: number; name: LocalizedText };

/** Opens a shelf. Refuses a code or a position that is taken. */
export async function addFamily(ctx: Ctx, { code, position, name }: AddFamily): Promise<void> {
  authorize(ctx, 'catalog.manage');
  await transact(ctx, async (tx) => {
    const added = await run(
      tx,
      sql`insert into family (code, position, name) values (${code}, ${position}, ${JSON.stringify(name)}::jsonb)
          on conflict do nothing`,
    );
    if (added === 0) throw new DomainError('conflict', 'catalog.code-taken', { code });
    await recordChange(tx, { subject: 'family', subjectId: code, what: 'added', after: { position, name } });
    await purge(tx, ['products']);
  });
}

export type AddProduce = {
  code: string;
  family: string;
  name: LocalizedText;
  baseUnit: BaseUnit;
  /** The county or township it is known to come from. */
  originCode: string | null;
  seasonMonths: readonly number[];
  shelfDays: number;
  perishable: boolean;
  certificateNeeded: boolean;
  licenceNeeded: boolean;
  storage: LocalizedText;
  geographicalIndication: string | null;
};

/** Describes what households may hand over from now on. Refuses a code that is taken. */
export async function addProduce(ctx: Ctx, input: AddProduce): Promise<{ id: string }> {
  authorize(ctx, 'catalog.manage');
  return transact(ctx, async (tx) => {
    const id = uuidv7(tx.now);
    const added = await run(
      tx,
      sql`insert into produce (id, code, family_code, name, base_unit, origin_code, season_months, shelf_days, perishable,
            certificate_needed, licence_needed, storage, geographical_indication)
          values (${id}, ${input.code}, ${input.family}, ${JSON.stringify(input.name)}::jsonb, ${input.baseUnit},
            ${input.originCode}, ${[...input.seasonMonths]}::int[], ${input.shelfDays}, ${input.perishable},
            ${input.certificateNeeded}, ${input.licenceNeeded}, ${JSON.stringify(input.storage)}::jsonb,
            ${input.geographicalIndication})
          on conflict (code) do nothing`,
    );
    if (added === 0) throw new DomainError('conflict', 'catalog.code-taken', { code: input.code });
    await recordChange(tx, { subject: 'produce', subjectId: id, what: 'added', after: input });
    return { id };
  });
}
