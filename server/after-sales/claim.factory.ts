import sharp from 'sharp';
import { deliverParcel, shipParcel } from '#server/fulfilment/index.ts';
import { sql } from '#server/platform/index.ts';
import { aPaidOrder, type World } from '#server/testing/index.ts';
import { applyForClaim } from './apply-for-claim.ts';
import { ApplyForClaim, ApproveClaim } from './contract.ts';

/** A picture as a phone would send it. */
export async function aPhoto(name = 'jar.jpg'): Promise<File> {
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#b45309' } })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' });
}

/** An order of three jars unless said otherwise (¥45.00 each, ¥25.00 of it the household's), at the buyer's door. */
export async function aDeliveredParcel(
  world: World,
  wish: { perishable?: boolean; confirmed?: boolean; packs?: number } = {},
) {
  const jar = await world.jar({ packs: 10, price: 4500, perishable: wish.perishable ?? false });
  const order = await aPaidOrder(world, [{ pack: jar.pack.code, count: wish.packs ?? 3 }]);
  if (wish.confirmed === false) {
    await world.rows(sql`update trade_order set perishable_confirmed = false where id = ${order.id}`);
  }
  const parcel = `${order.number}-1`;
  await shipParcel(world.clerk(jar.seller), parcel, { courier: 'SELF', trackingNumber: '' });
  await deliverParcel(world.clerk(jar.seller), parcel);
  return { ...jar, order, parcel, reader: { accessKey: order.accessKey } };
}

type Delivered = { parcel: string; reader: { accessKey: string } };

/** A claim of one jar that came spoiled, with a photo, unless said otherwise. */
export async function aClaim(
  world: World,
  { parcel, reader }: Delivered,
  wish: Partial<Record<keyof ApplyForClaim, unknown>> = {},
): Promise<string> {
  const input = ApplyForClaim.parse({
    kind: 'fresh-damage',
    reason: 'spoiled',
    lines: [{ line: 0, count: 1 }],
    words: '打开已经酸了',
    photos: [await aPhoto()],
    ...wish,
  });
  return (await applyForClaim(world.visitor(), parcel, reader, input)).number;
}

export function anApproval(wish: Partial<Record<keyof ApproveClaim, unknown>> = {}): ApproveClaim {
  return ApproveClaim.parse({ bearer: 'source', ...wish });
}

/** What the books say is owed on an account, in fen. */
export async function owedOn(world: World, account: string): Promise<number> {
  const rows = await world.rows<{ fen: number }>(
    sql`select coalesce(-sum(posting.amount), 0)::int as fen from posting join account on account.id = posting.account_id
        where account.code = ${account}`,
  );
  return rows[0]?.fen ?? 0;
}
