import { randomUUID } from 'node:crypto';
import { assert, present } from '#server/kernel/errors.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { type Ctx, rowOf, run, sql, transact } from '#server/platform/index.ts';
import { sealAlike } from '#server/platform/sealed.ts';
import type { RoleName } from './roles.ts';

export type PersonaMembership = {
  role: RoleName;
  /** The code of an organization of the sample world. */
  organization?: string;
  /** A region code. */
  area?: string;
};

export type PersonaProfile = { name: LocalizedText; description: LocalizedText };

export type CreatePersona = {
  /** `clerk-furong`: in the sign-in button, and in tests. */
  code: string;
  name: string;
  phone?: string;
  /** What the sign-in page of a demo says of him. */
  profile?: PersonaProfile;
  memberships: PersonaMembership[];
};

/**
 * A person of the sample world, whom a demo signs in with one click. There is no password to guess: the account has no
 * credential at all. Doing it again finds the same person and gives him what memberships he lacks.
 */
export function createPersona(
  ctx: Ctx,
  { code, name, phone, profile, memberships }: CreatePersona,
): Promise<{ userId: string }> {
  assert(ctx.actor.kind === 'system', 'personas come from a seed');
  return transact(ctx, async (tx) => {
    const person = await rowOf<{ id: string }>(
      tx,
      sql`insert into user_account (id, name, email, phone_token, phone_verified, persona, persona_profile, created_at, updated_at)
          values (${randomUUID()}, ${name}, ${`${code}@persona.invalid`}, ${phone ? sealAlike(phone) : null},
            ${phone ? true : null}, ${code},
            ${profile ? JSON.stringify(profile) : null}::jsonb, ${tx.now}, ${tx.now})
          on conflict (persona) do update set name = excluded.name, persona_profile = excluded.persona_profile
          returning id`,
    );
    const { id: userId } = present(person, 'the persona just written');
    for (const { role, organization, area } of memberships) {
      const written = await run(
        tx,
        sql`insert into membership (user_id, role, organization_id, area)
            select ${userId}, ${role}, held.organization_id, ${area ?? null}
            from (select case when ${organization ?? null}::text is null then null
                    else (select id from organization where code = ${organization ?? null}) end as organization_id) held
            where ${organization ?? null}::text is null or held.organization_id is not null
            on conflict (user_id, role, organization_id, area) do update set role = excluded.role`,
      );
      assert(written === 1, `organization ${organization} of persona ${code}`);
    }
    return { userId };
  });
}
