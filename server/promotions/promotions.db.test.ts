import { expect, test } from 'vitest';
import { run, sql } from '#server/platform/index.ts';
import { anOpenPromotion, openWorld } from '#server/testing/index.ts';
import { DraftPromotion } from './contract.ts';
import { closePromotion, draftPromotion, findPromotions, openPromotion } from './index.ts';

const tenth = (wish: Record<string, unknown>) =>
  DraftPromotion.parse({ code: 'TENTH', name: '九折', kind: 'percent', percent: '10', funderKind: 'seller', ...wish });

test('a clerk opens and closes what his own seller bears, and nothing else; each step is on the trail', async () => {
  await using world = await openWorld();
  const [own, other] = [await world.seller(), await world.seller()];
  const clerk = world.clerk(own);

  const { id } = await draftPromotion(clerk, tenth({ organization: own.code }));
  await openPromotion(clerk, id);
  await closePromotion(clerk, id);

  const denied = { code: 'access.denied' };
  await expect(draftPromotion(clerk, tenth({ code: 'THEIRS', organization: other.code }))).rejects.toMatchObject(
    denied,
  );
  const platform = tenth({ code: 'PUBLIC', funderKind: 'platform' });
  await expect(draftPromotion(clerk, platform)).rejects.toMatchObject(denied);
  const county = tenth({ code: 'COUNTY', funderKind: 'organization', organization: own.code });
  await expect(draftPromotion(clerk, county)).rejects.toMatchObject(denied);
  await expect(closePromotion(world.visitor(), id)).rejects.toMatchObject(denied);
  await expect(openPromotion(clerk, id)).rejects.toMatchObject({ code: 'promotions.wrong-state' });
  const trail = await world.rows<{ what: string }>(
    sql`select what from change_log where subject = 'promotion' and subject_id = ${id} order by id`,
  );
  expect(trail.map(({ what }) => what)).toEqual(['drafted', 'opened', 'closed']);
});

test('a clerk sees the promotions of his seller, the administrator all of them', async () => {
  await using world = await openWorld();
  const [own, other] = [await world.seller(), await world.seller()];
  const mine = await anOpenPromotion(world, { funderKind: 'seller', organization: own.code });
  await anOpenPromotion(world, { funderKind: 'seller', organization: other.code });
  await anOpenPromotion(world);

  const ofClerk = await findPromotions(world.clerk(own), { page: 1 });
  const ofAll = await findPromotions(world.administrator(), { page: 1 });

  expect(ofClerk).toMatchObject({ promotions: 1, rows: [{ code: mine.code, state: 'open', uses: 0, spent: 0 }] });
  expect(ofAll.promotions).toBe(3);
  await expect(findPromotions(world.visitor(), { page: 1 })).rejects.toMatchObject({ code: 'access.denied' });
});

test('a code is taken once, and goods and organizations nobody knows are named', async () => {
  await using world = await openWorld();
  const admin = world.administrator();
  const platform = (wish: Record<string, unknown>) => tenth({ funderKind: 'platform', ...wish });
  await draftPromotion(admin, platform({}));

  await expect(draftPromotion(admin, platform({}))).rejects.toMatchObject({ code: 'promotions.code-taken' });
  const scoped = platform({ code: 'SCOPED', scope: 'products', scopeCodes: 'nothing-like-it' });
  await expect(draftPromotion(admin, scoped)).rejects.toMatchObject({
    code: 'promotions.scope-unknown',
    params: { code: 'nothing-like-it' },
  });
  const nobody = tenth({ code: 'NOBODY', funderKind: 'organization', organization: 'nobody' });
  await expect(draftPromotion(admin, nobody)).rejects.toMatchObject({ code: 'promotions.organization-unknown' });
  const over = platform({ code: 'OVER', from: '2026-05-01', until: '2026-05-02' });
  expect((await draftPromotion(admin, over)).id).toBeTruthy();
});

test('what an open promotion promises cannot be changed by SQL either, nor can it be opened again', async () => {
  await using world = await openWorld();
  const { id } = await anOpenPromotion(world);
  const change = (statement: string) => run(world.system(), sql.raw(`update promotion set ${statement}`));

  await expect(change('amount_fen = 1')).rejects.toThrow(/is not changed once it is open/);
  await expect(change('valid_until = now()')).rejects.toThrow(/is not changed once it is open/);
  await expect(change('uses_max = 1')).rejects.toThrow(/is not changed once it is open/);
  await closePromotion(world.administrator(), id);
  await expect(change(`state = 'open', closed_at = null`)).rejects.toThrow(/does not go from closed to open/);
});
