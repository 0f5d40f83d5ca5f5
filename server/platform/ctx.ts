import { type EntityManager, TransactionPropagation } from '@mikro-orm/postgresql';
import { DomainError } from '#server/kernel/errors.ts';

/** A permission held, and where it holds: in one organization, in one area (a region code and all below it), or anywhere. */
export type Grant = {
  readonly permission: string;
  readonly organizationId: string | null;
  readonly area: string | null;
};

/** Who acts. Anonymous visitors and the system itself are actors too. */
export type Actor = {
  readonly kind: 'anonymous' | 'person' | 'system';
  readonly id: string | null;
  readonly name: string;
  readonly grants: readonly Grant[];
};

/** All a use-case or a query is given: one fork of the entity manager, who acts, and the time it is. */
export type Ctx = { readonly em: EntityManager; readonly actor: Actor; readonly now: Date };

declare const insideTransaction: unique symbol;
/** A Ctx with a transaction open. Only transact() makes one, so a step cannot run without. */
export type Tx = Ctx & { readonly [insideTransaction]: true };

/** Joins the caller's transaction or opens one. A thrown error rolls all of it back. */
export function transact<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.em.transactional((em) => work({ ...ctx, em: em as EntityManager } as Tx), {
    propagation: TransactionPropagation.REQUIRED,
  });
}

/** Where a permission is needed: within an organization, within an area. */
export type Scope = { organizationId?: string; area?: string };

/** Whether the actor holds a permission for that scope. A page may ask this to hide a button; it decides nothing. */
export function can(actor: Actor, permission: string, scope: Scope = {}): boolean {
  if (actor.kind === 'system') return true;
  return actor.grants.some(
    (grant) =>
      grant.permission === permission &&
      (grant.organizationId === null || grant.organizationId === scope.organizationId) &&
      (grant.area === null || (scope.area?.startsWith(grant.area) ?? false)),
  );
}

/** The first line of every use-case and query: refuses (forbidden, `access.denied`) who may not. */
export function authorize(ctx: Ctx, permission: string, scope: Scope = {}): void {
  if (!can(ctx.actor, permission, scope)) throw new DomainError('forbidden', 'access.denied', { permission });
}

/** The organizations in which the actor holds a permission; `all` when it holds anywhere. */
export function organizationsWith(actor: Actor, permission: string): 'all' | string[] {
  if (actor.kind === 'system') return 'all';
  const grants = actor.grants.filter((grant) => grant.permission === permission);
  if (grants.some((grant) => grant.organizationId === null && grant.area === null)) return 'all';
  return grants.flatMap((grant) => grant.organizationId ?? []);
}

/** The system itself, for jobs and seeds. */
export const systemActor: Actor = { kind: 'system', id: null, name: 'system', grants: [] };
