import { businessDayOf } from '#server/kernel/calendar.ts';
import { type Actor, type Ctx, rowOf, sql } from '#server/platform/index.ts';
import { anonymousActor, type Held, personActor } from './actors.ts';

type ActorOptions = {
  /** Whether the people of the sample world count: only in a demo. Elsewhere their sessions are nobody's. */
  personas: boolean;
};

/** Who a signed-in user is and what he may do, today, in one query. A user who is gone is anonymous. */
export async function actorOf(
  ctx: Pick<Ctx, 'em' | 'now'>,
  userId: string,
  { personas }: ActorOptions,
): Promise<Actor> {
  const found = await rowOf<{ name: string; held: Held[] }>(
    ctx,
    sql`select person.name, coalesce(
          jsonb_agg(jsonb_build_object('role', role, 'organizationId', organization_id, 'area', area) order by membership.id)
            filter (where membership.id is not null), '[]') as held
        from user_account person
        left join membership on membership.user_id = person.id
          and (until is null or until >= ${businessDayOf(ctx.now)}::date)
        where person.id = ${userId} and (person.persona is null or ${personas}::boolean)
        group by person.id`,
  );
  return found ? personActor(userId, found.name, found.held) : anonymousActor;
}
