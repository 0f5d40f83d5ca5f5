export { type BooksProof, proofs, proveBooks } from './prove-books.ts';
