import { authorize, type Ctx, recordChange, run, sql, transact } from '#server/platform/index.ts';

/**
 * Whoever has proven a phone that a household was registered with is of that household, and is given its desk. Says
 * whether he was given it now; done again it changes nothing.
 */
export async function recognizeHousehold(ctx: Ctx): Promise<boolean> {
  authorize(ctx, 'households.recognize-self');
  return transact(ctx, async (tx) => {
    const given = await run(
      tx,
      sql`insert into membership (user_id, role)
          select person.id, 'household' from user_account as person
          where person.id = ${tx.actor.id} and person.phone_verified
            and exists (select from household where household.phone_token = person.phone_token)
            and not exists (select from membership where user_id = person.id and role = 'household')
          on conflict do nothing`,
    );
    if (given === 0) return false;
    await recordChange(tx, { subject: 'account', subjectId: tx.actor.id ?? '', what: 'recognized-as-household' });
    return true;
  });
}
