import type { DueKind } from '#server/dues/contract.ts';
import type { Agreement } from '#server/dues/index.ts';
import type { BusinessDay } from '#server/kernel/calendar.ts';
import { accessKey, readableCode } from '#server/kernel/ids.ts';
import type { Fen } from '#server/kernel/money.ts';
import { type Netted, netLines } from './net-lines.ts';
import { lastPeriod } from './periods.ts';

/** A line no statement has yet, with how its household is settled with. */
export type WaitingLine = Agreement & {
  id: string;
  householdId: string;
  householdCode: string;
  kind: DueKind;
  amount: Fen;
  aroseOn: string;
  allocationId: string | null;
};

/** A statement about to be written. Its id is the database's. */
export type StatementDraft = Netted & {
  id: string;
  number: string;
  accessCode: string;
  accessKey: string;
  householdId: string;
  payer: string;
  cycle: Agreement['cycle'];
  way: Agreement['way'];
  cap: number;
  from: BusinessDay;
  to: BusinessDay;
};

/** Long enough that nobody finds another household's by trying, short enough to be read from paper. */
const CODE_CHARACTERS = 10;
const cycleLetter = { weekly: 'W', 'ten-days': 'T', month: 'M' } as const;

/** One statement per household, payer, cycle and way of paying, for lines of which the period is over by a day. */
export function draftStatements(lines: readonly WaitingLine[], until: BusinessDay): StatementDraft[] {
  const groups = Map.groupBy(lines, ({ householdId, payer, cycle, way }) => [householdId, payer, cycle, way].join(' '));
  return [...groups.values()].flatMap((group) => draft(group, until) ?? []);
}

function draft(group: readonly WaitingLine[], until: BusinessDay): StatementDraft | null {
  const [first] = group;
  if (!first) return null;
  const period = lastPeriod(first.cycle, until);
  const over = group
    .filter(({ aroseOn }) => aroseOn <= period.to)
    .toSorted((one, other) =>
      one.aroseOn === other.aroseOn ? (one.id < other.id ? -1 : 1) : one.aroseOn < other.aroseOn ? -1 : 1,
    );
  const cap = Math.min(...over.map((line) => line.cap));
  const netted = netLines(openLinesOf(over), over.length === 0 ? 0 : cap);
  if (netted.taken.length === 0) return null;
  const { householdId, payer, cycle, way } = first;
  return {
    ...netted,
    id: '',
    number: numberOf(first, period.to),
    accessCode: readableCode(CODE_CHARACTERS),
    accessKey: accessKey(),
    householdId,
    payer,
    cycle,
    way,
    cap,
    ...period,
  };
}

/** Lines as the netting takes them: an advance whose own sale stands beside it is set off whole. */
export function openLinesOf(lines: readonly Pick<WaitingLine, 'id' | 'kind' | 'amount' | 'allocationId'>[]) {
  const sold = new Set(lines.filter(({ kind }) => kind === 'sale').map(({ allocationId }) => allocationId));
  return lines.map(({ id, kind, amount, allocationId }) => ({
    id,
    amount,
    setOffWhole: kind === 'advance-repaid' && sold.has(allocationId),
  }));
}

/** `NP-0042-260610T`: the household's number and the last day, what a helper asks for on the telephone. */
function numberOf({ householdCode, cycle, way, payer }: WaitingLine, to: BusinessDay): string {
  const day = to.slice(2).replaceAll('-', '');
  const other = payer === 'platform' ? '' : `-${payer.slice(-6)}`;
  return `${householdCode}-${day}${cycleLetter[cycle]}${way === 'cash' ? 'C' : ''}${other}`;
}
