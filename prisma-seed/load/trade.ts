import type { SampleOrder } from '#seed/demo/orders.ts';
import { packOf } from '#seed/demo/products.ts';
import { shoppers } from '#seed/demo/shoppers.ts';
import { randomOf } from '#seed/random.ts';
import { deliverParcel, shipParcel } from '#server/fulfilment/index.ts';
import { addMinutes, businessDayOf } from '#server/kernel/calendar.ts';
import { assert, present } from '#server/kernel/errors.ts';
import { readableCodeOf } from '#server/kernel/ids.ts';
import { type Courier, PlaceOrder } from '#server/orders/contract.ts';
import {
  cancelOrder,
  holdMinutesOf,
  lapseOrders,
  type PlacedOrder,
  placeOrder,
  receivePaymentEvent,
  startPayment,
} from '#server/orders/index.ts';
import { anonymousActor } from '#server/people/index.ts';
import type { DemoWorld } from './demo-world.ts';
import type { Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

const PAID_AFTER_MINUTES = [1, 9] as const;
const CANCELLED_AFTER_MINUTES = 6;
const BETWEEN_PARCELS_MINUTES = 7;
const couriers: readonly Courier[] = ['SF', 'ZTO', 'YTO', 'YD', 'EMS', 'JD'];

/** All that became of the past orders: placed, paid or not, taken back, shipped, delivered, each at its instant. */
export function tradeOf(stage: Stage, world: DemoWorld, orders: readonly SampleOrder[]): Happening[] {
  return orders.flatMap((order) => courseOf(stage, world, order));
}

function courseOf(stage: Stage, world: DemoWorld, order: SampleOrder): Happening[] {
  let placed: PlacedOrder | undefined;
  const buyer = world.buyers.get(order.buyer) ?? anonymousActor;
  const given = () => present(placed, `order ${order.key}, placed before`);
  const reader = () => ({ accessKey: given().accessKey });
  const start = {
    at: order.placedAt,
    happen: async () => {
      placed = await place(stage, world, order);
    },
  };

  if (order.fate === 'lapsed') {
    const at = addMinutes(order.placedAt, holdMinutesOf('shopper') + 1);
    return [start, { at, happen: () => lapseOrders(stage.at(at)) }];
  }
  if (order.fate === 'cancelled') {
    const at = addMinutes(order.placedAt, CANCELLED_AFTER_MINUTES);
    return [start, { at, happen: () => cancelOrder(stage.at(at, buyer), given().number, reader()) }];
  }
  const paidAt = soonAfter(stage, order);
  const pay = async () => {
    const payment = await startPayment(stage.at(paidAt, buyer), given().number, reader(), 'sandbox');
    const eventId = `${payment.id}:succeeded`;
    await receivePaymentEvent(stage.at(paidAt), {
      provider: 'sandbox',
      eventId,
      paymentId: payment.id,
      kind: 'succeeded',
    });
  };
  return [start, { at: paidAt, happen: pay }, ...journeys(stage, order, given)];
}

/** A few minutes after it was placed, and before now. */
function soonAfter(stage: Stage, order: SampleOrder): Date {
  const wished = addMinutes(order.placedAt, randomOf(`paid ${order.key}`).int(...PAID_AFTER_MINUTES));
  return wished < stage.now ? wished : new Date((order.placedAt.getTime() + stage.now.getTime()) / 2);
}

/** One parcel per seller, shipped and delivered one after the other. */
function journeys(stage: Stage, order: SampleOrder, given: () => PlacedOrder): Happening[] {
  const sellers = new Set(order.lines.map((line) => packOf(line.pack).product.organization));
  const random = randomOf(`parcels ${order.key}`);
  return [...sellers].flatMap((_, index) => {
    const courier = random.pick(couriers);
    const trackingNumber = `${courier}000${String(random.int(1, 999_999_999)).padStart(9, '0')}`;
    const number = () => `${given().number}-${index + 1}`;
    const steps: Happening[] = [];
    if (order.shippedAt) {
      const at = beforeNow(stage, addMinutes(order.shippedAt, index * BETWEEN_PARCELS_MINUTES));
      steps.push({ at, happen: () => shipParcel(stage.at(at), number(), { courier, trackingNumber }) });
    }
    if (order.deliveredAt) {
      const at = beforeNow(stage, addMinutes(order.deliveredAt, index * BETWEEN_PARCELS_MINUTES));
      steps.push({ at, happen: () => deliverParcel(stage.at(at), number()) });
    }
    return steps;
  });
}

function beforeNow(stage: Stage, instant: Date): Date {
  return instant < stage.now ? instant : stage.now;
}

function place(stage: Stage, world: DemoWorld, order: SampleOrder): Promise<PlacedOrder> {
  const shopper = shoppers.find(({ key }) => key === order.buyer);
  assert(shopper, `shopper ${order.buyer}`);
  const { countyCode, detail, receiver, phone } = shopper.address;
  const input = PlaceOrder.parse({
    recipient: receiver,
    phone,
    region: countyCode,
    address: detail,
    perishableConfirmed: true,
    key: `demo-${order.key}`,
  });
  return placeOrder(
    stage.at(order.placedAt, world.buyers.get(order.buyer) ?? anonymousActor),
    [...order.lines],
    input,
    {
      channel: 'ecommerce',
      route: null,
      language: 'zh-CN',
      cartId: null,
      number: numberOf(order),
    },
  );
}

/** The number an order of this world has: the same whenever it is made for the same day. */
export function numberOf({ key, placedAt }: Pick<SampleOrder, 'key' | 'placedAt'>): string {
  const day = businessDayOf(placedAt).replaceAll('-', '').slice(2);
  return `${day}-${readableCodeOf(`demo ${key} ${day}`, 6)}`;
}
