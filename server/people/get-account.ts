import type { BusinessDay } from '#server/kernel/calendar.ts';
import { DomainError, present } from '#server/kernel/errors.ts';
import { maskPhone } from '#server/kernel/masking.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { type Ctx, rowOf, sql } from '#server/platform/index.ts';
import { unsealAlike } from '#server/platform/sealed.ts';
import type { AccountView } from './contract.ts';
import type { RoleName } from './roles.ts';

type Row = {
  name: string;
  email: string;
  phone_token: string | null;
  held: { role: RoleName; organization: LocalizedText | null; area: LocalizedText | null; until: BusinessDay | null }[];
};

/** What a person sees of himself. */
export async function getAccount(ctx: Ctx): Promise<AccountView> {
  if (ctx.actor.kind !== 'person') throw new DomainError('forbidden', 'access.sign-in-first');
  const row = await rowOf<Row>(
    ctx,
    sql`select person.name, person.email, person.phone_token, coalesce(
          jsonb_agg(jsonb_build_object('role', role, 'organization', organization.name, 'area', region.name,
            'until', until) order by membership.id) filter (where membership.id is not null), '[]') as held
        from user_account person
        left join membership on membership.user_id = person.id
        left join organization on organization.id = membership.organization_id
        left join region on region.code = membership.area
        where person.id = ${ctx.actor.id}
        group by person.id`,
  );
  const { name, email, phone_token, held } = present(row, 'the account of the actor');
  return {
    name,
    // Who signed up by phone, and every persona, has an address that only fills the column.
    email: email.endsWith('.invalid') ? null : email,
    maskedPhone: phone_token === null ? null : maskPhone(unsealAlike(phone_token)),
    memberships: held,
  };
}
