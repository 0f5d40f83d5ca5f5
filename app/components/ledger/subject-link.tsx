import { useT } from '#app/i18n/index.tsx';
import type { EntrySubject } from '#server/settlement/contract.ts';

const pageOf: Record<EntrySubject['what'], (number: string) => string> = {
  order: (number) => `/books/orders/${number}`,
  'bank-line': (id) => `/books/bank/lines/${id}`,
  'bank-credit': (id) => `/books/bank/credits/${id}`,
  statement: (number) => `/books/statements/${number}`,
  payout: (number) => `/books/payouts/${number}`,
  objection: (id) => `/books/objections/${id}`,
  advance: (household) => `/books/households/${household}`,
};

/** What an entry was booked for, with the way to its own page. */
export function SubjectLink({ subject }: { subject: EntrySubject | null }) {
  const t = useT();
  if (!subject) return <>{t('ledger.subject.none')}</>;
  const { what, number } = subject;
  return <a href={pageOf[what](number)}>{t(`ledger.subject.${what}`, { number })}</a>;
}
