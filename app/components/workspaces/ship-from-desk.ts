import type { z } from 'zod';
import { trimmedText } from '#server/kernel/input.ts';
import { ShipParcel } from '#server/orders/contract.ts';

/** What a clerk fills in: the shipment, and the odd number he was asked about and stands by. */
export const ShipFromDesk = ShipParcel.safeExtend({ confirmed: trimmedText({ min: 0, max: 40 }).default('') });
export type ShipFromDesk = z.infer<typeof ShipFromDesk>;
