import type { z } from 'zod';
import { ShipParcel } from '#server/fulfilment/contract.ts';
import { trimmedText } from '#server/kernel/input.ts';

/** What a clerk fills in: the shipment, and the odd number he was asked about and stands by. */
export const ShipFromDesk = ShipParcel.safeExtend({ confirmed: trimmedText({ min: 0, max: 40 }).default('') });
export type ShipFromDesk = z.infer<typeof ShipFromDesk>;
