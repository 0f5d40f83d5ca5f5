import type { BooksProof } from '#server/insight/index.ts';
import type { Break } from '#server/platform/proof.ts';
import { proofTitle } from './proof-names.ts';

/** One line per proof, and under one that does not hold a line for each place where it breaks. */
export function reportProofs(proof: BooksProof): void {
  for (const { name, holds, breaks } of proof.results) {
    console.log(`${holds ? '✓' : '✗'} ${proofTitle(name)}  (${name})`);
    for (const found of breaks) console.log(`    ${breakLine(found)}`);
  }
  const broken = proof.results.filter((result) => !result.holds).length;
  const count = proof.results.length;
  console.log(
    broken === 0
      ? `账目成立：${count} 项全部通过 / the books hold: all ${count} proofs pass`
      : `账目有误：${count} 项中 ${broken} 项不成立 / the books do not hold: ${broken} of ${count} proofs break`,
  );
}

/** Where, what stands there, and what should. */
export function breakLine({ where, found, expected }: Break): string {
  return `${where}：现为 ${found}，应为 ${expected} / found ${found}, expected ${expected}`;
}
