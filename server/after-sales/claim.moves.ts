import { DomainError } from '#server/kernel/errors.ts';
import { checkMove } from '#server/kernel/machine.ts';
import { lockParcelWithOrder, type ParcelWithOrder } from '#server/orders/index.ts';
import { announce, type Ctx, recordChange, rowOf, run, sql, type Tx } from '#server/platform/index.ts';
import { claimMachine } from './claim.machine.ts';
import type { ClaimBearer, ClaimKind, ClaimSide, ClaimState } from './contract.ts';

/** A claim and what it stands on, all locked. */
export type LockedClaim = {
  id: string;
  number: string;
  kind: ClaimKind;
  state: ClaimState;
  move_seq: number;
  goods: 'kept' | 'returned' | null;
  bearer: ClaimBearer | null;
  due_at: Date | null;
  escalate_until: Date | null;
  back_sent_at: Date | null;
  parcel: ParcelWithOrder;
};

export type ClaimOwner = {
  id: string;
  parcelId: string;
  organizationId: string;
  access_key: string;
  buyer_user_id: string | null;
};

/** Whose a claim is, for a use-case to authorize before it locks. */
export async function getClaimOwner(ctx: Pick<Ctx, 'em'>, number: string): Promise<ClaimOwner> {
  const owner = await rowOf<ClaimOwner>(
    ctx,
    sql`select claim.id, claim.parcel_id as "parcelId", parcel.organization_id as "organizationId",
          trade_order.access_key, trade_order.buyer_user_id
        from claim join parcel on parcel.id = claim.parcel_id join trade_order on trade_order.id = claim.order_id
        where claim.number = ${number}`,
  );
  if (!owner) throw new DomainError('not-found', 'claims.unknown');
  return owner;
}

/** Locks order, parcel, then the claim: in the order of everybody who gives money back. */
export async function lockClaim(tx: Tx, { id, parcelId }: { id: string; parcelId: string }): Promise<LockedClaim> {
  const parcel = await lockParcelWithOrder(tx, parcelId);
  const claim = await rowOf<Omit<LockedClaim, 'parcel' | 'due_at' | 'escalate_until' | 'back_sent_at'> & Instants>(
    tx,
    sql`select id, number, kind, state, move_seq, goods, bearer, due_at, escalate_until, back_sent_at
        from claim where id = ${id} for update`,
  );
  if (!claim) throw new DomainError('not-found', 'claims.unknown');
  const { due_at, escalate_until, back_sent_at } = claim;
  return {
    ...claim,
    parcel,
    due_at: instant(due_at),
    escalate_until: instant(escalate_until),
    back_sent_at: instant(back_sent_at),
  };
}

type Instants = { due_at: string | null; escalate_until: string | null; back_sent_at: string | null };

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

type Move = {
  side: ClaimSide;
  words?: string;
  /** When the turn that now begins is over. */
  dueAt?: Date | null;
  escalateUntil?: Date;
  refundId?: string;
};

/** The only writer of a claim's state. (claim, seq) is the key of the history, so of two racing moves one fails. */
export async function moveClaim(tx: Tx, claim: LockedClaim, to: ClaimState, move: Move): Promise<void> {
  checkMove(claimMachine, claim.state, to);
  const from = claim.state;
  await run(
    tx,
    sql`with moved as (
          update claim set state = ${to}, move_seq = move_seq + 1, due_at = ${move.dueAt ?? null},
            escalate_until = coalesce(${move.escalateUntil ?? null}, escalate_until),
            refund_id = coalesce(${move.refundId ?? null}, refund_id)
          where id = ${claim.id} returning id, move_seq
        )
        insert into claim_move (claim_id, seq, from_state, to_state, side, words, actor_id, at)
        select id, move_seq, ${from}, ${to}, ${move.side}, ${move.words ?? ''}, ${tx.actor.id}, ${tx.now} from moved`,
  );
  claim.state = to;
  claim.move_seq += 1;
  await tellOfMove(tx, claim, from, move.side);
}

/** Leaves who, when and what, and the news for those who tell buyer and seller. */
export async function tellOfMove(tx: Tx, claim: LockedClaim, from: ClaimState | null, side: ClaimSide): Promise<void> {
  const { id, number, state, move_seq, parcel } = claim;
  await recordChange(tx, {
    subject: 'claim',
    subjectId: id,
    what: state,
    ...(from === null ? {} : { before: { state: from } }),
    after: { state, side },
  });
  await announce(tx, {
    topic: 'claim.moved',
    key: `${id}:${move_seq}`,
    payload: {
      claimId: id,
      number,
      orderId: parcel.orderId,
      parcelId: parcel.id,
      organizationId: parcel.organizationId,
      from,
      to: state,
      side,
    },
  });
}
