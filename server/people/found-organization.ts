import { isSocialCreditCode } from '#server/kernel/codes.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { authorize, type Ctx, recordChange, rowOf, run, sql, transact } from '#server/platform/index.ts';
import type { OrganizationKind } from './organization.entity.ts';

export type FoundOrganization = {
  /** Short name in addresses: `furong-honey`. */
  code: string;
  kind: OrganizationKind;
  creditCode: string | null;
  name: LocalizedText;
  intro: LocalizedText | null;
  regionCode: string;
  phone: string | null;
  /** Made up for the sample world. */
  sample?: boolean;
};

/**
 * Opens an organization: a seller, a buying unit, an office. Refuses a credit code with a wrong check character, a region
 * nobody knows, and a code or credit code that another organization has.
 */
export async function foundOrganization(ctx: Ctx, input: FoundOrganization): Promise<{ id: string }> {
  authorize(ctx, 'organizations.found');
  const { creditCode } = input;
  if (creditCode !== null && !isSocialCreditCode(creditCode)) {
    throw new DomainError('invalid', 'people.credit-code', { creditCode });
  }
  return transact(ctx, async (tx) => {
    const region = await rowOf(tx, sql`select code from region where code = ${input.regionCode}`);
    if (!region) throw new DomainError('not-found', 'places.region-unknown', { code: input.regionCode });
    const id = uuidv7(tx.now);
    const founded = await run(
      tx,
      sql`insert into organization (id, code, kind, credit_code, name, intro, region_code, phone, sample)
          values (${id}, ${input.code}, ${input.kind}, ${creditCode}, ${JSON.stringify(input.name)}::jsonb,
            ${input.intro && JSON.stringify(input.intro)}::jsonb, ${input.regionCode}, ${input.phone},
            ${input.sample ?? false})
          on conflict do nothing`,
    );
    if (founded === 0) throw new DomainError('conflict', 'people.organization-taken', { code: input.code });
    await recordChange(tx, { subject: 'organization', subjectId: id, what: 'founded', after: input });
    return { id };
  });
}
