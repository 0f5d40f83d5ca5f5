import { DomainError } from '#server/kernel/errors.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { PersonaProfile } from './create-persona.ts';
import type { RoleName } from './roles.ts';

const PERSONAS_MAX = 40;

export type PersonaView = {
  code: string;
  name: string;
  profile: PersonaProfile | null;
  held: { role: RoleName; organization: LocalizedText | null; area: LocalizedText | null }[];
};

/** The people of the sample world, shoppers first, then in the order they were given their work. Asked only in a demo. */
export function findPersonas(ctx: Ctx): Promise<PersonaView[]> {
  authorize(ctx, 'outbox.read');
  return rowsOf<PersonaView>(
    ctx,
    sql`select person.persona as code, person.name, person.persona_profile as profile, coalesce(
          jsonb_agg(jsonb_build_object('role', role, 'organization', organization.name, 'area', region.name)
            order by membership.id) filter (where membership.id is not null), '[]') as held
        from user_account person
        left join membership on membership.user_id = person.id
        left join organization on organization.id = membership.organization_id
        left join region on region.code = membership.area
        where person.persona is not null
        group by person.id order by min(membership.id::text) nulls first, person.persona limit ${PERSONAS_MAX}`,
  );
}

/** The user behind a persona of a demo; refuses everywhere else, whatever the address bar says. */
export async function getPersonaUser(ctx: Ctx, code: string): Promise<{ userId: string }> {
  authorize(ctx, 'outbox.read');
  const person = await rowOf<{ id: string }>(ctx, sql`select id from user_account where persona = ${code}`);
  if (!person) throw new DomainError('not-found', 'people.no-such-persona');
  return { userId: person.id };
}
