import { Migration } from '@mikro-orm/migrations';

/** The newest papers of all sellers, for the books: read in order instead of sorting what was ever issued. */
export class DocumentsByDate extends Migration {
  override up(): void {
    this.addSql('create index document_issued on document (issued_at desc, id)');
  }
}
