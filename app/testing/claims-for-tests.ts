import { aClaim, anApproval } from '#server/after-sales/claim.factory.ts';
import { approveClaim, askForEvidence, escalateClaim, rejectClaim, sendBack } from '#server/after-sales/index.ts';
import { deliverParcel, shipParcel } from '#server/fulfilment/index.ts';
import { sql } from '#server/platform/index.ts';
import { type ASeller, aPaidOrder, type World } from '#server/testing/index.ts';

type Goods = { seller: ASeller; pack: string };
const aReturn = { kind: 'return', reason: 'not-wanted', photos: [] };

/** A parcel at its buyer's door, whose goods may go back. */
async function aParcelAtTheDoor(world: World, { seller, pack }: Goods) {
  const order = await aPaidOrder(world, [{ pack, count: 2 }]);
  await world.rows(sql`update trade_order set perishable_confirmed = false where id = ${order.id}`);
  const parcel = `${order.number}-1`;
  await shipParcel(world.clerk(seller), parcel, { courier: 'SELF', trackingNumber: '' });
  await deliverParcel(world.clerk(seller), parcel);
  return { order, parcel, reader: { accessKey: order.accessKey } };
}

/** The address of every form there is about a claim, each with a claim of its own that stands as the form needs it. */
export async function claimAddresses(world: World, goods: Goods): Promise<string[]> {
  const clerk = world.clerk(goods.seller);
  const make = async (wish?: Parameters<typeof aClaim>[2]) => {
    const sold = await aParcelAtTheDoor(world, goods);
    const number = await aClaim(world, sold, wish);
    const { number: order, accessKey } = sold.order;
    const own = (page: string) => `/orders/${order}/claims/${number}${page}?key=${accessKey}`;
    return { number, own, reader: sold.reader };
  };
  const rejected = async () => {
    const claim = await make();
    await rejectClaim(clerk, claim.number, { words: '照片里看不出来' });
    return claim;
  };
  const escalated = async () => {
    const claim = await rejected();
    await escalateClaim(world.visitor(), claim.number, claim.reader, { words: '请平台看看' });
    return claim.number;
  };
  const granted = async () => {
    const claim = await make(aReturn);
    await approveClaim(clerk, claim.number, anApproval());
    return claim;
  };

  const unclaimed = await aParcelAtTheDoor(world, goods);
  const asked = await make();
  await askForEvidence(clerk, asked.number, { words: '请拍一下瓶底' });
  const travelling = await granted();
  await sendBack(world.visitor(), travelling.number, travelling.reader, { courier: 'SF', trackingNumber: 'SF1234567' });
  return [
    `/orders/${unclaimed.order.number}/parcels/${unclaimed.parcel}/claim?key=${unclaimed.order.accessKey}`,
    (await make()).own(''),
    asked.own('/evidence'),
    (await rejected()).own('/escalation'),
    (await granted()).own('/return'),
    `/coop/claims/${(await make()).number}/approval`,
    `/coop/claims/${(await make(aReturn)).number}/approval`,
    `/coop/claims/${(await make()).number}/rejection`,
    `/coop/claims/${(await make()).number}/evidence`,
    `/coop/claims/${travelling.number}/receipt`,
    `/admin/claims/${await escalated()}/approval`,
    `/admin/claims/${await escalated()}/rejection`,
  ];
}
