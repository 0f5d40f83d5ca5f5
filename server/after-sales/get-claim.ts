import { DomainError, present } from '#server/kernel/errors.ts';
import { addFen, fen } from '#server/kernel/money.ts';
import { mayRead, type OrderReader } from '#server/orders/index.ts';
import { type KeptFile, readFile } from '#server/platform/files/index.ts';
import { authorize, type Ctx, can, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import { type ClaimOwner, getClaimOwner } from './claim.moves.ts';
import { usualBearer } from './claim.terms.ts';
import type { ClaimLineView, ClaimMoveView, ClaimView } from './contract.ts';
import { getOwnClaim } from './follow-claim.ts';

/** A claim for its buyer, who shows that the order is his. */
export async function getClaimAsBuyer(ctx: Ctx, number: string, reader: OrderReader): Promise<ClaimView> {
  return viewOf(ctx, await getOwnClaim(ctx, number, reader), number);
}

/** A claim for a clerk of its seller. */
export async function getClaimAsSeller(ctx: Ctx, number: string): Promise<ClaimView> {
  const owner = await getClaimOwner(ctx, number);
  authorize(ctx, 'claims.see', { organizationId: owner.organizationId });
  return viewOf(ctx, owner, number);
}

/** A claim for the platform, which has the last word. */
export async function getClaimAsPlatform(ctx: Ctx, number: string): Promise<ClaimView> {
  authorize(ctx, 'claims.arbitrate');
  return viewOf(ctx, await getClaimOwner(ctx, number), number);
}

/** A picture of a claim, for its buyer, its seller's clerks and the platform. Who may not is told that there is none. */
export async function getClaimPhoto(
  ctx: Ctx,
  number: string,
  position: number,
  reader: OrderReader,
  size: 'whole' | 'thumbnail',
): Promise<KeptFile> {
  authorize(ctx, 'claims.apply');
  const owner = await getClaimOwner(ctx, number);
  const may =
    mayRead(ctx, owner, reader) ||
    can(ctx.actor, 'claims.see', { organizationId: owner.organizationId }) ||
    can(ctx.actor, 'claims.arbitrate');
  const photo = may
    ? await rowOf<{ file_id: string }>(
        ctx,
        sql`select file_id from claim_photo where claim_id = ${owner.id} and position = ${position}`,
      )
    : null;
  if (!photo) throw new DomainError('not-found', 'claims.unknown');
  return readFile(ctx, photo.file_id, size);
}

type Head = Omit<ClaimView, 'lines' | 'moves' | 'asked' | 'granted' | 'usualBearer' | 'canEscalate'>;

async function viewOf(ctx: Ctx, owner: ClaimOwner, number: string): Promise<ClaimView> {
  const head = await rowOf<Head>(
    ctx,
    sql`select claim.number, trade_order.number as "orderNumber", parcel.number as "parcelNumber",
          jsonb_build_object('code', organization.code, 'name', parcel.seller_name) as seller,
          claim.kind, claim.reason, claim.state, claim.applied_at as "appliedAt", claim.due_at as "dueAt",
          claim.escalate_until as "escalateUntil", claim.goods, claim.bearer,
          case when refund.id is not null then
            jsonb_build_object('number', refund.number, 'total', refund.paid_fen + refund.freight_fen) end as refund,
          case when claim.back_sent_at is not null then jsonb_build_object('courier', claim.back_courier,
            'trackingNumber', claim.back_tracking_number, 'sentAt', claim.back_sent_at) end as back
        from claim join trade_order on trade_order.id = claim.order_id join parcel on parcel.id = claim.parcel_id
        join organization on organization.id = parcel.organization_id left join refund on refund.id = claim.refund_id
        where claim.id = ${owner.id}`,
  );
  const lines = await rowsOf<ClaimLineView & { perishable: boolean }>(
    ctx,
    sql`select line.position as line, line.product_name as "productName", line.pack_name as "packName", line.perishable,
          part.asked_count as "askedCount", part.asked_fen as asked, part.granted_count as "grantedCount",
          part.granted_fen as granted
        from claim_line as part join order_line as line on line.id = part.line_id
        where part.claim_id = ${owner.id} order by line.position`,
  );
  const moves = await rowsOf<ClaimMoveView>(
    ctx,
    sql`select move.seq, move.at, move.to_state as to, move.side, move.words,
          coalesce((select jsonb_agg(position order by position) from claim_photo
            where claim_id = move.claim_id and seq = move.seq), '[]') as photos
        from claim_move as move where move.claim_id = ${owner.id} order by move.seq`,
  );
  const claim = present(head, `claim ${number}`);
  const decided = lines.some(({ granted }) => granted !== null);
  return {
    ...claim,
    lines: lines.map(({ perishable: _, ...line }) => line),
    asked: addFen(...lines.map(({ asked }) => asked)),
    granted: decided ? addFen(...lines.map(({ granted }) => granted ?? fen(0))) : null,
    usualBearer: usualBearer(
      claim.kind,
      lines.every(({ perishable }) => perishable),
    ),
    moves,
    canEscalate: claim.state === 'rejected' && claim.escalateUntil !== null && new Date(claim.escalateUntil) > ctx.now,
  };
}
