export { closePeriod } from './close-period.ts';
export { getClosing } from './get-closing.ts';
export { getHealth, type HealthView } from './get-health.ts';
export { findLastProof, proveAndKeep } from './last-proof.ts';
export { type BooksProof, proofs, proveBooks } from './prove-books.ts';
