import { Migration } from '@mikro-orm/migrations';
import { sealAlike, unseal } from '#server/platform/sealed.ts';

/**
 * Whose phone it is that somebody signed in with. A sealed phone is never the same twice, so that a household cannot be
 * found by it; beside it now stands a token that only the field key makes, as accounts have. Both are given to what was
 * registered before.
 */
export class HouseholdPhones extends Migration {
  override async up(): Promise<void> {
    await this.execute(`
      alter table household add phone_token text;
      create index household_phone on household (phone_token) where phone_token is not null;
    `);
    await fillPhoneTokens((statement, values) => this.execute(statement, values));
  }
}

type Sealed = { id: string; phone: Uint8Array };
type Execute = (statement: string, values?: unknown[]) => Promise<unknown>;

const BATCH = 1_000;

/** Batch by batch, so that no more than a batch of phones is ever open. */
export async function fillPhoneTokens(execute: Execute): Promise<void> {
  for (;;) {
    const rows = (await execute(
      `select id, phone_sealed as phone from household where phone_sealed is not null and phone_token is null
       order by id limit ${BATCH}`,
    )) as Sealed[];
    for (const { id, phone } of rows) {
      await execute('update household set phone_token = ? where id = ?', [sealAlike(unseal(phone)), id]);
    }
    if (rows.length < BATCH) return;
  }
}
