import { DomainError } from '#server/kernel/errors.ts';
import type { Courier, ShipParcel } from './contract.ts';

/** What the numbers of couriers look like, as far as known. They change them as they like, so this may only warn. */
const shapes: Partial<Record<Courier, RegExp>> = {
  SF: /^(\d{12}|SF\d{13})$/i,
  STO: /^(\d{12,13}|\d{15})$/,
  YTO: /^([A-Z0-9]{10,12}|88\d{16}|YT\d{13})$/i,
  YD: /^(\d{13}|\d{15})$/,
  EMS: /^[A-Z0-9]{13}$/i,
};

/** Asks once about a number that does not look like its courier's; `confirmed` is the number somebody stands by. */
export function questionTrackingNumber({ courier, trackingNumber }: ShipParcel, confirmed: string): void {
  const shape = shapes[courier];
  if (shape === undefined || shape.test(trackingNumber) || confirmed === trackingNumber) return;
  throw new DomainError('conflict', 'orders.tracking-odd', { number: trackingNumber });
}
