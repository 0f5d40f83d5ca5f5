import { fillFund, matureDues, proposeDeduction } from '#server/dues/index.ts';
import { deliverParcel, shipParcel } from '#server/fulfilment/index.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { approvePayout, assemblePayout, exportBankFile } from '#server/payouts/index.ts';
import { aBookkeeper, withCards } from '#server/payouts/settlement.factory.ts';
import { sql } from '#server/platform/index.ts';
import { confirmStatement, objectStatement, stateDues } from '#server/statements/index.ts';
import { aPaidOrder, type World } from '#server/testing/index.ts';

const DAY_MS = 86_400_000;

/** Something in every state a bookkeeper of settlement has a form for: runs, statements, an objection, the fund. */
export async function settlementAddresses(world: World): Promise<string[]> {
  const now = world.now;
  const households = await soldTo(world, 6);
  const [banked = '', checked = '', waiting = '', payable = '', objecting = '', inCash = ''] = households;
  await world.rows(
    sql`insert into settlement_agreement (household_id, cycle, payer, deduction_cap_basis_points, way, valid_from)
        select id, 'ten-days', 'platform', 3000, 'cash', '2020-01-02' from household where code = ${inCash}`,
  );
  await withCards(world);
  world.now = now;
  await stateDues(world.system(), { until: businessDayOf(now) });
  const statements = await statementsOf(world, households);
  const agree = (code: string) =>
    confirmStatement(world.visitor(), { accessCode: statements.get(code)?.accessCode ?? '' }, { deductions: 'accept' });

  await agree(banked);
  const atBank = await assemblePayout(aBookkeeper(world, 'maker'), { payer: 'platform', key: 'at-bank' });
  await approvePayout(aBookkeeper(world, 'checker'), atBank.id);
  await exportBankFile(aBookkeeper(world, 'maker'), atBank.id);
  await agree(checked);
  const approved = await assemblePayout(aBookkeeper(world, 'maker'), { payer: 'platform', key: 'approved' });
  await approvePayout(aBookkeeper(world, 'checker'), approved.id);
  await agree(waiting);
  const toApprove = await assemblePayout(aBookkeeper(world, 'maker'), { payer: 'platform', key: 'to-approve' });
  await agree(payable);
  await agree(inCash);
  const { accessCode = '', line = '' } = statements.get(objecting) ?? {};
  await objectStatement(world.visitor(), { accessCode }, { lines: [line], reason: '斤两对不上' });
  const [objection] = await world.rows<{ id: string }>(sql`select id from objection order by id desc limit 1`);
  const asked = await anAskedDeduction(world, payable);
  await fillFund(world.bookkeeper(), { amount: 100_000, from: '县周转金', key: 'to-fill' });
  return [
    `/books/payouts/${toApprove.number}`,
    `/books/payouts/${toApprove.number}/rejection`,
    `/books/payouts/${atBank.number}`,
    `/books/payouts/${approved.number}`,
    `/books/statements/${statements.get(inCash)?.number}`,
    `/books/statements/${statements.get(inCash)?.number}/cash`,
    `/books/objections/${objection?.id}`,
    `/books/dues/${payable}`,
    `/books/dues/${payable}/card`,
    `/books/dues/${payable}/deduction`,
    `/books/dues/${payable}/deductions/${asked}`,
  ];
}

/** A deduction a household is asked for, on no statement yet: its line. */
async function anAskedDeduction(world: World, household: string): Promise<string> {
  const [seller] = await world.rows<{ id: string }>(
    sql`select pool.organization_id as id from share join pool on pool.id = pool_id
        join household on household.id = household_id where household.code = ${household}`,
  );
  const asked = { household, what: 'seed', amount: 100, note: '柑苗 2 株' } as const;
  await proposeDeduction(world.bookkeeper(), seller?.id ?? '', asked);
  const [line] = await world.rows<{ id: string }>(
    sql`select id from due_line where kind = 'deduction' and state = 'accrued'`,
  );
  return line?.id ?? '';
}

/** Households each with a sale that is payable: sold and delivered twelve days ago, matured five days ago. */
async function soldTo(world: World, count: number): Promise<string[]> {
  const now = world.now;
  const codes: string[] = [];
  world.now = new Date(now.getTime() - 12 * DAY_MS);
  for (let nth = 0; nth < count; nth += 1) {
    const { pack, seller, household } = await world.jar({ packs: 5, perishable: true });
    const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
    await shipParcel(world.clerk(seller), `${order.number}-1`, { courier: 'SELF', trackingNumber: '' });
    await deliverParcel(world.clerk(seller), `${order.number}-1`);
    codes.push(household.code);
  }
  world.now = new Date(now.getTime() - 5 * DAY_MS);
  await matureDues(world.system());
  return codes;
}

async function statementsOf(world: World, codes: readonly string[]) {
  const rows = await world.rows<{ code: string; number: string; accessCode: string; line: string }>(
    sql`select household.code, statement.number, access_code as "accessCode", (
          select id from due_line where statement_id = statement.id order by id limit 1
        ) as line from statement join household on household.id = household_id
        where household.code = any(${codes}::text[])`,
  );
  return new Map(rows.map((row) => [row.code, row]));
}
