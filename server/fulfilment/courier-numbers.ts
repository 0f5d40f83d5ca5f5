import { DomainError } from '#server/kernel/errors.ts';
import type { Courier } from '#server/orders/contract.ts';
import type { ShipParcel } from './contract.ts';

/**
 * What the numbers of couriers look like. Those of 中通, 邮政, 京东 and 德邦 are assumptions from numbers seen; all
 * of them change as the couriers like, so this may only ask.
 */
const shapes: Partial<Record<Courier, RegExp>> = {
  SF: /^(\d{12}|SF\d{13})$/i,
  ZTO: /^(\d{12,14}|ZT\d{12,14})$/i,
  STO: /^(\d{12,13}|\d{15})$/,
  YTO: /^([A-Z0-9]{10,12}|88\d{16}|YT\d{13})$/i,
  YD: /^(\d{13}|\d{15})$/,
  YZPY: /^[A-Z0-9]{13}$/i,
  EMS: /^[A-Z0-9]{13}$/i,
  JD: /^JD[A-Z0-9]{11,15}$/i,
  DBL: /^(\d{8,15}|DPK\d{12})$/i,
};

/** Asks once about a number that does not look like its courier's; `confirmed` is the number somebody stands by. */
export function questionTrackingNumber({ courier, trackingNumber }: ShipParcel, confirmed: string): void {
  const shape = shapes[courier];
  if (shape === undefined || shape.test(trackingNumber) || confirmed === trackingNumber) return;
  throw new DomainError('conflict', 'orders.tracking-odd', { number: trackingNumber });
}
