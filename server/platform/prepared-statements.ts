import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';

/** Beyond this many texts a connection keeps no more plans: our statements are few, and a stray generated one is not kept. */
const STATEMENTS_MAX = 600;
const names = new Map<string, string>();

type Query = (this: PoolClient, text: unknown, values?: unknown, ...rest: unknown[]) => Promise<QueryResult>;

/**
 * Lets a connection keep the plan of every statement with bound values, by the hash of its text. Parsing and planning
 * was half of what our short statements cost the server. Protocol-level, so PgBouncer from 1.21 pools it per transaction.
 */
export function keepPlans(client: PoolClient): void {
  const query = client.query as Query;
  client.query = function prepared(this: PoolClient, text: unknown, values?: unknown, ...rest: unknown[]) {
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : null;
    return name === null
      ? query.call(this, text, values, ...rest)
      : query.call(this, { name, text, values }, undefined, ...rest);
  } as PoolClient['query'];
}

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= STATEMENTS_MAX) return null;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return name;
}
