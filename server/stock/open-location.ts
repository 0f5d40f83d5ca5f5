import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { authorize, type Ctx, recordChange, run, sql, transact } from '#server/platform/index.ts';

export type OpenLocation = { organizationId: string; regionCode: string; name: LocalizedText };

/** Opens a store of an organization's. Refuses a second one at the same place. */
export async function openLocation(ctx: Ctx, input: OpenLocation): Promise<{ id: string }> {
  const { organizationId, regionCode, name } = input;
  authorize(ctx, 'locations.open', { organizationId });
  return transact(ctx, async (tx) => {
    const id = uuidv7(tx.now);
    const opened = await run(
      tx,
      sql`insert into location (id, organization_id, region_code, name)
          values (${id}, ${organizationId}, ${regionCode}, ${JSON.stringify(name)}::jsonb)
          on conflict (organization_id, region_code) do nothing`,
    );
    if (opened === 0) throw new DomainError('conflict', 'stock.location-taken', { region: regionCode });
    await recordChange(tx, { subject: 'location', subjectId: id, what: 'opened', after: input });
    return { id };
  });
}
