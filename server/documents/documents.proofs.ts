import { addMinutes } from '#server/kernel/calendar.ts';
import { sql } from '#server/platform/index.ts';
import { type Proof, proof } from '#server/platform/proof.ts';

/** How long the credit note of a refund may be on its way. */
const ON_ITS_WAY_MINUTES = 60;

/** What must hold of papers. */
export const documentsProofs: Proof[] = [
  proof(
    'documents.numbers-have-no-gap',
    () => sql`select organization.code || ' ' || series.kind || ' ' || series.year as "where",
          count(document.id) || ' to ' || coalesce(max(sequence), 0) as "found", series.last || ' to ' || series.last as "expected"
        from number_series as series join organization on organization.id = series.organization_id
        left join document on document.organization_id = series.organization_id and document.kind = series.kind
          and document.year = series.year
        group by organization.code, series.kind, series.year, series.last
        having count(document.id) <> series.last or coalesce(max(sequence), 0) <> series.last`,
  ),
  proof(
    'documents.invoices-are-what-was-kept',
    (now) => sql`select "where", "found", "expected" from (select parcel.number as "where",
          invoice.total_fen - coalesce((select sum(total_fen) from document as note where note.corrects_id = invoice.id), 0)
            - coalesce((select sum(refund.paid_fen + refund.freight_fen) from refund
                where refund.parcel_id = parcel.id and refund.at > ${addMinutes(now, -ON_ITS_WAY_MINUTES)}
                  and not (invoice.snapshot -> 'refundsBefore') ? refund.id::text
                  and not exists (select from document as note where note.refund_id = refund.id)), 0) as "found",
          parcel.goods_fen - parcel.discount_fen + parcel.freight_fen - coalesce((
            select sum(refund.paid_fen + refund.freight_fen) from refund where refund.parcel_id = parcel.id), 0) as "expected"
        from document as invoice join parcel on parcel.id = invoice.parcel_id where invoice.kind = 'invoice') as kept
        where "found" <> "expected"`,
  ),
];
