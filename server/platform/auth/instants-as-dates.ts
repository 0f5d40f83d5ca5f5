import type { KyselyPlugin } from 'kysely';

const instantColumns = [
  'created_at',
  'updated_at',
  'expires_at',
  'access_token_expires_at',
  'refresh_token_expires_at',
] as const;

/**
 * The shared pool hands instants over as text; better-auth compares them with Dates. A text compared with a Date is
 * never smaller, so without this no session and no code would ever expire.
 */
export const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  async transformResult({ result }) {
    for (const row of result.rows) {
      for (const column of instantColumns) {
        const value = row[column];
        if (typeof value === 'string') row[column] = new Date(value);
      }
    }
    return result;
  },
};
