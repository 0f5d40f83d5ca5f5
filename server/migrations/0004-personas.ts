import { Migration } from '@mikro-orm/migrations';

/** What a demo says of each of its people on the sign-in page: a name and a sentence, in both languages. */
export class Personas extends Migration {
  override up(): void {
    this.addSql(`
alter table user_account
  add persona_profile jsonb,
  add constraint user_account_profile check (persona_profile is null or persona is not null)
`);
  }
}
