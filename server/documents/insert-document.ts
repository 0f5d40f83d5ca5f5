import { businessDayOf } from '#server/kernel/calendar.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import type { Fen } from '#server/kernel/money.ts';
import { announce, recordChange, rowOf, run, sql, type Tx } from '#server/platform/index.ts';
import type { PaperHead, PaperSnapshot } from './contract.ts';
import { nextNumber, spellNumber } from './next-number.ts';
import type { PaperFacts } from './paper-facts.ts';

type Unnumbered<Snapshot> = Snapshot extends PaperSnapshot ? Omit<Snapshot, keyof PaperHead> : never;

export type NewDocument = {
  key: string;
  facts: PaperFacts;
  shipmentId?: string;
  refundId?: string;
  correctsId?: string;
  total: Fen;
  /** All that is printed, but for its head: that is the same for all. */
  content: Unnumbered<PaperSnapshot>;
};

export type Issued = { id: string; number: string };

export function findIssued(tx: Tx, key: string): Promise<Issued | null> {
  return rowOf(tx, sql`select id, number from document where key = ${key}`);
}

/** Gives a paper its number and writes it, both in the caller's transaction. The caller has locked its order. */
export async function insertDocument(tx: Tx, input: NewDocument): Promise<Issued> {
  const { facts, content } = input;
  const issuedOn = businessDayOf(tx.now);
  const series = { organizationId: facts.organizationId, kind: content.kind, year: Number(issuedOn.slice(0, 4)) };
  const sequence = await nextNumber(tx, series);
  const number = spellNumber(series, sequence);
  const snapshot = { ...facts.head, number, issuedOn, ...content };
  const id = uuidv7(tx.now);
  await run(
    tx,
    sql`insert into document (id, key, organization_id, kind, year, sequence, number, order_id, parcel_id, shipment_id,
          refund_id, corrects_id, total_fen, snapshot, actor_id, issued_at)
        values (${id}, ${input.key}, ${series.organizationId}, ${series.kind}, ${series.year}, ${sequence}, ${number},
          ${facts.orderId}, ${facts.parcelId}, ${input.shipmentId ?? null}, ${input.refundId ?? null},
          ${input.correctsId ?? null}, ${input.total}, ${JSON.stringify(snapshot)}::jsonb, ${tx.actor.id}, ${tx.now})`,
  );
  const told = { kind: series.kind, number, total: input.total };
  await recordChange(tx, { subject: 'document', subjectId: id, what: 'issued', after: told });
  const payload = { ...told, documentId: id, orderId: facts.orderId, parcelId: facts.parcelId };
  await announce(tx, { topic: 'document.issued', key: id, payload });
  return { id, number };
}
