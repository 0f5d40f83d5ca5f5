import type { Fen } from '#server/kernel/money.ts';
import type { Language } from '#server/kernel/text.ts';
import type { Ctx } from '#server/platform/index.ts';
import type { Dispute } from './disputes.ts';
import type { PaymentEvent } from './payments.ts';

/** What a provider may ask of an order before it is offered for it. */
export type PayableFacts = {
  orderId: string;
  number: string;
  channel: string;
  buyerKind: 'shopper' | 'unit';
  total: Fen;
};

/** One try to pay, on record before its provider is called. */
export type PaymentToOpen = PayableFacts & {
  paymentId: string;
  amount: Fen;
  language: Language;
  /** When the try was begun: the same however often it is opened. */
  createdAt: Date;
  /** Until when the goods are held. Money that comes later is still taken in. */
  holdExpiresAt: Date;
  /** What the provider called this payment when it was opened before; null the first time. */
  reference: string | null;
};

/** Where the provider sends the browser afterwards; absolute addresses. */
export type ReturnUrls = { done: string; cancelled: string };

/**
 * Where the buyer pays: a page to go to (ours or the provider's), or words on the order's own page. `reference` is what
 * the provider calls the try; it is kept with the payment.
 */
export type WhereToPay =
  | { kind: 'redirect'; url: string; reference?: string }
  | { kind: 'instructions'; reference?: string };

/** Money owed back. Its id and round are the idempotency key: sent twice under it, it leaves once. */
export type OwedRefund = {
  id: string;
  /** Counts up when a refund that failed is sent anew. */
  round: number;
  /** How often the provider was asked in this round, this time included. */
  attempt: number;
  paymentId: string;
  orderId: string;
  amount: Fen;
  /** What the provider calls the money that came in, or the try. */
  reference: string | null;
  /** What the provider called this refund when it was asked before; null the first time. */
  refundReference: string | null;
};

export type RefundAnswer =
  | { outcome: 'sent'; reference: string }
  /** Taken on, not yet through: asked again, or heard of by webhook. */
  | { outcome: 'pending'; reference: string }
  /** A definite no: trying again would not help. Whoever keeps the books must see to it. */
  | { outcome: 'refused'; reason: string }
  /** The provider cannot send money; a person does, and says so with evidence. */
  | { outcome: 'by-hand' };

/** What a provider says of its own accord. `none` is news that changes nothing here. */
export type ProviderNews =
  | { kind: 'payment'; event: PaymentEvent }
  | { kind: 'refund'; refundId: string; round: number; answer: RefundAnswer }
  | { kind: 'dispute'; dispute: Dispute }
  | { kind: 'none' };

/** A webhook as it came: the very bytes that were signed. */
export type SignedMessage = { body: string; signature: string | null };

/**
 * One way to be paid. Calls to the outside are made here and never inside a transaction. An error thrown by `open` or
 * `refund` means that nobody knows whether it took effect: it is tried again under the same key.
 */
export type PaymentProvider = {
  readonly code: string;
  /** Whether it can be chosen for this order. */
  offered(order: PayableFacts): boolean;
  open(ctx: Ctx, payment: PaymentToOpen, urls: ReturnUrls): Promise<WhereToPay>;
  refund(ctx: Ctx, owed: OwedRefund): Promise<RefundAnswer>;
  /** Asks how a try stands, where a provider can be asked: when the browser returns, and when its webhook was lost. */
  look?(ctx: Ctx, payment: { paymentId: string; reference: string | null }): Promise<PaymentEvent | null>;
  /** Reads a webhook. Refuses (invalid, `payments.bad-signature`) one the provider did not sign. */
  hear?(ctx: Ctx, message: SignedMessage): Promise<ProviderNews>;
};

/** The providers of an installation. Several may be open at once; what came in by a closed one can still go back. */
export type Providers = {
  /** In the order they are offered; the first is the default. */
  readonly open: readonly PaymentProvider[];
  readonly known: readonly PaymentProvider[];
  /** Any provider known here, open or not; null for one this installation cannot reach. */
  of(code: string): PaymentProvider | null;
};

/** Makes the registry: all that are known, and the codes that are open, in their order. */
export function registerProviders(known: readonly PaymentProvider[], open: readonly string[]): Providers {
  const byCode = new Map(known.map((provider) => [provider.code, provider]));
  return {
    open: open.flatMap((code) => byCode.get(code) ?? []),
    known,
    of: (code) => byCode.get(familyOf(code)) ?? null,
  };
}

/** `cash:<whose till>` is cash. */
function familyOf(code: string): string {
  return code.split(':', 1)[0] ?? code;
}

/** Those that can be chosen for an order. */
export function offeredFor(providers: Providers, order: PayableFacts): PaymentProvider[] {
  return providers.open.filter((provider) => provider.offered(order));
}
