import { ProposeDeduction } from '#server/dues/contract.ts';
import { matureDues, proposeDeduction } from '#server/dues/index.ts';
import { closePeriod, proveBooks } from '#server/insight/index.ts';
import { addDays, businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError, present } from '#server/kernel/errors.ts';
import { formatYuan } from '#server/kernel/money.ts';
import type { TransferRow } from '#server/payouts/contract.ts';
import {
  approvePayout,
  assemblePayout,
  correctCard,
  exportBankFile,
  getPayout,
  importBankResults,
} from '#server/payouts/index.ts';
import type { StatementRow } from '#server/statements/contract.ts';
import { ResolveObjection } from '#server/statements/contract.ts';
import {
  confirmStatement,
  findObjections,
  findStatements,
  getStatement,
  objectStatement,
  resolveObjection,
  settleSilent,
  stateDues,
} from '#server/statements/index.ts';
import { card } from '../three-sellers.ts';
import type { Stage } from './stage.ts';

const DAY = 24 * 60;

/** From earned to the card: payable, stated, answered, approved by another, at the bank, one returned, paid; the month closed. */
export async function settleAndClose(stage: Stage): Promise<void> {
  await mature(stage);
  await state(stage);
  await payFirst(stage);
  await answerObjection(stage);
  await payAgain(stage);
  await close(stage);
}

async function mature({ story, cast, honey, books }: Stage): Promise<void> {
  story.step(
    '售后期过了，没有人还能退货：各户的钱从“已挣”变成“应付”。合作社提出代扣 8 元蜂种款。',
    'Nobody can claim any more: what households earned becomes payable. The honey cooperative proposes to keep 8 yuan for seed bees.',
  );
  cast.later(9 * DAY);
  await matureDues(cast.system());
  await matureDues(cast.system());
  await books.moved({
    ...matured('NP-0001', 5000),
    ...matured('NP-0002', 2500),
    ...matured('NP-0003', 4000),
    ...matured('NP-0004', 1568),
  });
  await proposeDeduction(
    cast.clerkOf(honey.organizationId),
    honey.organizationId,
    ProposeDeduction.parse({ household: 'NP-0001', what: 'seed', amount: '8.00', note: '蜂种' }),
  );
  await books.moved({});
}

function matured(household: string, fen: number) {
  return { [`household-earned ${household}`]: -fen, [`household-payable ${household}`]: fen };
}

async function state(stage: Stage): Promise<void> {
  const { story, cast, books } = stage;
  story.step(
    '这一旬过完，每户一张结算单。张春生同意，也同意代扣；陈阿妹不同意；另外两户三天没说话，就是同意。',
    'The ten days over, each household has a statement. Zhang agrees, also to the 8 yuan; Chen objects; the other two say nothing for three days, which is a yes.',
  );
  await stateUntilYesterday(stage, '2026-06-21');
  const statements = await statementsByHousehold(stage);
  story.expect(
    'what is stated',
    [...statements].map(([code, { amount }]) => [code, amount]),
    [
      ['NP-0001', 4200],
      ['NP-0002', 2500],
      ['NP-0003', 4000],
      ['NP-0004', 1568],
    ],
  );
  await books.moved({});
  cast.later(60);
  await confirmStatement(cast.visitor(), await codeOf(stage, 'NP-0001'), { deductions: 'accept' });
  await books.moved({ 'household-payable NP-0001': -800, 'deductions fushi-bees': 800 });
  const { lines } = await getStatement(cast.bookkeeper(), numberIn(statements, 'NP-0004'));
  await objectStatement(cast.visitor(), await codeOf(stage, 'NP-0004'), {
    lines: lines.map(({ id }) => id),
    reason: '只压坏几颗，退得多了',
  });
  cast.later(4 * DAY);
  await settleSilent(cast.system());
  const states = [...(await statementsByHousehold(stage)).values()].map(({ state }) => state);
  story.expect('how they were answered', states, ['confirmed', 'confirmed', 'confirmed', 'objected']);
  await books.moved({});
}

async function payFirst(stage: Stage): Promise<void> {
  const { story, books } = stage;
  story.step(
    '会计开一批付款，另一位会计审批，交给银行。银行退回王金木那一笔：账号有误。',
    'One bookkeeper makes a payout run, another approves it, the bank gets the file. It returns one transfer, Wang’s: wrong account.',
  );
  const run = await atTheBank(stage, 'run-1', [
    ['NP-0001', 4200],
    ['NP-0002', 2500],
    ['NP-0003', 4000],
  ]);
  story.expect('that the file was read whole', await readResults(stage, run, ['NP-0003']), true);
  await books.moved({
    'household-paying NP-0001': -4200,
    'household-paying NP-0002': -2500,
    bank: 6700,
    'household-paying NP-0003': -4000,
    'household-payable NP-0003': 4000,
  });
}

async function answerObjection(stage: Stage): Promise<void> {
  const { story, cast, books } = stage;
  story.step(
    '陈阿妹说得有理：多退的 5 元由合作社补上，下一张结算单写明。王金木改对了卡号。',
    'Chen is right: the cooperative bears 5 yuan more, and the next statement says so. Wang’s card number is put right.',
  );
  const { rows } = await findObjections(cast.bookkeeper(), { page: 1 });
  const [objection] = rows;
  await resolveObjection(
    cast.bookkeeper(),
    present(objection, 'the objection made').id,
    ResolveObjection.parse({
      outcome: 'corrected',
      adjustment: '5.00',
      bearer: 'seller',
      reason: '照片上只有几颗，补 5 元',
    }),
  );
  await books.moved({ 'seller-earned xudun-fruit': -500, 'household-payable NP-0004': 500 });
  await correctCard(cast.bookkeeper(), 'NP-0003', { card: card(9) });
  await books.moved({});
}

async function payAgain(stage: Stage): Promise<void> {
  const { story, cast, books } = stage;
  story.step(
    '下一旬再结：退回的一笔和陈阿妹的新结算单一起付出，两户都收到。再导入一次同样的结果，一分不动。',
    'Settled again after the next ten days: what was returned and Chen’s new statement are paid together. The same results read once more move not a fen.',
  );
  await stateUntilYesterday(stage, '2026-07-01');
  await confirmStatement(cast.visitor(), await codeOf(stage, 'NP-0004'), { deductions: 'accept' });
  await books.moved({});
  const run = await atTheBank(stage, 'run-2', [
    ['NP-0003', 4000],
    ['NP-0004', 2068],
  ]);
  story.expect('that the file was read whole', await readResults(stage, run, []), true);
  const paid = { 'household-paying NP-0003': -4000, 'household-paying NP-0004': -2068, bank: 6068 };
  await books.moved(paid);
  story.expect('that the file is known again', await readResults(stage, run, []), 'before');
  await books.moved({});
  for (const household of ['NP-0001', 'NP-0002', 'NP-0003', 'NP-0004', 'NP-0005']) {
    for (const kind of ['earned', 'payable', 'paying']) {
      story.expect(`household-${kind} of ${household}`, books.owed(`household-${kind} ${household}`), 0);
    }
  }
  story.seen('五户的账全部归零：挣到的都到了卡上 / all five households stand at zero: what was earned is on the card');
}

async function close({ story, cast, books }: Stage): Promise<void> {
  story.step(
    '六月结账：先核账，再封账。封了的月份不能再封一次，七月没过完也不能封。',
    'June is closed: proved first, then sealed. A sealed month is not sealed twice, and July is not over.',
  );
  const { results } = await proveBooks(cast.bookkeeper());
  story.expect(
    'proofs that break',
    results.filter(({ holds }) => !holds).map(({ name }) => name),
    [],
  );
  const { hash } = await closePeriod(cast.bookkeeper(), '2026-06');
  story.seen(`2026-06 已封账 / sealed  ${hash.slice(0, 16)}…`);
  story.expect('closing June again', await refusalOf(closePeriod(cast.bookkeeper(), '2026-06')), 'ledger.month-closed');
  story.expect('closing July', await refusalOf(closePeriod(cast.bookkeeper(), '2026-07')), 'ledger.month-not-over');
  await books.moved({});
  story.seen(`${results.length} 项核账全部通过 / all ${results.length} proofs hold`);
}

/** Sets the clock to noon of a day and states what is payable until the day before. */
async function stateUntilYesterday({ cast }: Stage, day: string): Promise<void> {
  cast.now = new Date(`${day}T04:00:00Z`);
  await stateDues(cast.system(), { until: addDays(businessDayOf(cast.now), -1) });
}

/** The newest statement of each household, in the order of their codes. */
async function statementsByHousehold({ cast }: Stage): Promise<Map<string, StatementRow>> {
  const { rows } = await findStatements(cast.bookkeeper(), { filter: 'all', page: 1 });
  const oldestFirst = [...rows].sort((one, other) => one.from.localeCompare(other.from));
  const byCode = new Map(oldestFirst.map((row) => [row.household.code, row]));
  return new Map([...byCode].sort(([one], [other]) => one.localeCompare(other)));
}

function numberIn(statements: Map<string, StatementRow>, household: string): string {
  return present(statements.get(household), `a statement of ${household}`).number;
}

/** The code that stands on a household's paper, with which it answers. */
async function codeOf(stage: Stage, household: string): Promise<{ accessCode: string }> {
  const number = numberIn(await statementsByHousehold(stage), household);
  const { accessCode } = await getStatement(stage.cast.bookkeeper(), number);
  return { accessCode };
}

type Run = { id: string; transfers: TransferRow[] };

/** A run is assembled by one bookkeeper, approved by another and given to the bank; who made it may not approve it. */
async function atTheBank(stage: Stage, key: string, expected: [string, number][]): Promise<Run> {
  const { story, cast, books } = stage;
  const { id, number } = await assemblePayout(cast.bookkeeper(), { payer: 'platform', key });
  story.expect('approving one’s own run', await refusalOf(approvePayout(cast.bookkeeper(), id)), 'payouts.own-run');
  await books.moved({});
  await approvePayout(cast.checker(), id);
  const { text } = await exportBankFile(cast.bookkeeper(), id);
  const { rows } = await getPayout(cast.bookkeeper(), number, { filter: 'all', page: 1 });
  const transfers = [...rows].sort((one, other) => one.household.code.localeCompare(other.household.code));
  story.expect(
    'what the bank is to pay',
    transfers.map(({ household, amount }): [string, number] => [household.code, amount]),
    expected,
  );
  for (const { household, amount, cardTail } of transfers) {
    story.expect('that the bank’s file has the transfer', text.includes(formatYuan(amount).slice(1)), true);
    story.seen(`${household.code} ${household.name}  ${formatYuan(amount)} → ····${cardTail}`);
  }
  await books.moved(
    Object.fromEntries(
      expected.flatMap(([household, fen]) => [
        [`household-payable ${household}`, -fen],
        [`household-paying ${household}`, fen],
      ]),
    ),
  );
  return { id, transfers };
}

/** Reads the bank's file of results, everything paid but what is named; says whether it was read now or before. */
async function readResults({ cast }: Stage, { id, transfers }: Run, returned: readonly string[]) {
  const rows = transfers.map(({ number, amount, household }) =>
    returned.includes(household.code)
      ? [number, formatYuan(amount), '退票', '账号有误']
      : [number, formatYuan(amount), '成功', ''],
  );
  const text = [['业务编号', '金额', '结果', '原因'], ...rows].map((row) => row.join(',')).join('\n');
  const { done } = await importBankResults(cast.bookkeeper(), id, { name: 'results.csv', bytes: Buffer.from(text) });
  return done;
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'none';
}
