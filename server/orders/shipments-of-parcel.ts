import { sql } from '#server/platform/index.ts';

/** The shipments of `parcel` as the views tell them, first one first. */
export const shipmentsOfParcel = sql`coalesce((
  select jsonb_agg(jsonb_build_object('courier', courier, 'trackingNumber', tracking_number, 'shippedAt', shipped_at,
    'deliveredAt', delivered_at) order by seq)
  from shipment where shipment.parcel_id = parcel.id), '[]')`;
