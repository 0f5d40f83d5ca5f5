import { present } from '#server/kernel/errors.ts';
import { forestAndYardProduce } from './produce/forest-and-yard.ts';
import { orchardAndFieldProduce } from './produce/orchard-and-field.ts';
import type { SampleProduce } from './produce/sample-produce.ts';
import { teaProduce } from './produce/tea.ts';

export type { CapacityMeasure, SampleProduce } from './produce/sample-produce.ts';

/** Everything the households of the demo world make. Produce without a public price carries a sample one. */
export const produce: readonly SampleProduce[] = [...teaProduce, ...orchardAndFieldProduce, ...forestAndYardProduce];

const byCode = new Map(produce.map((one) => [one.code, one]));

/** The produce of a code; one that is not in the table is a bug. */
export function produceOf(code: string): SampleProduce {
  return present(byCode.get(code), `produce ${code}`);
}
