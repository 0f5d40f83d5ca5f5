import { expect, test } from 'vitest';
import { businessDay } from '#server/kernel/calendar.ts';
import { readSheet } from '#server/platform/sheets/index.ts';
import { type Mapping, missingColumns, recognizeColumns } from './statement.columns.ts';
import { readStatement } from './statement.rows.ts';

const TODAY = businessDay('2026-06-01');
const rowsOf = async (csv: string) => (await readSheet(new TextEncoder().encode(csv), 'a.csv')).rows;
async function read(csv: string) {
  const rows = await rowsOf(csv);
  return readStatement(rows, recognizeColumns(rows) as Mapping, TODAY);
}

test('the head is found below what a bank puts above it, whatever words it uses', async () => {
  const rows = await rowsOf(
    '南平农商银行 账户明细,,\n账号：35 0000,,\n序号,交易时间,借方发生额（元）,贷方发生额（元）,对方户名,对方账号,摘要,附言,交易流水号\n1',
  );

  const mapping = recognizeColumns(rows) as Mapping;
  expect(mapping).toEqual({
    head: 3,
    columns: { day: [1], outgo: [2], income: [3], payerName: [4], payerAccount: [5], memo: [6, 7], serial: [8] },
  });
  expect(missingColumns(mapping)).toEqual([]);
  expect(recognizeColumns(await rowsOf('随便,写点\n什么,都行'))).toBeNull();
  expect(missingColumns(recognizeColumns(await rowsOf('日期,金额\n1,2')) as Mapping)).toEqual(['serial']);
});

test('incoming rows are read; outgoing ones and sums are counted and left alone', async () => {
  const { lines, ...rest } = await read(
    [
      '交易日期,收入,支出,对方户名,对方账号,附言,流水号',
      '2026/5/31 10:02:11,"￥1,234.50",,南平市总工会,\'6222 0000,货款 QX,S1',
      '2026-05-31,-,88.00,某某,1,房租,S2',
      '2026年5月30日,１２.５,0.00,林晓,2,,S3',
      '2026年5月30日,12.50,0.00,林晓,2,,S3',
      '合计,1247.00,88.00',
    ].join('\n'),
  );

  expect(rest).toEqual({ errors: [], outgoing: 1, sums: 1, repeated: 1 });
  expect(lines).toEqual([
    {
      row: 2,
      serial: 'S1',
      day: '2026-05-31',
      amount: 123_450,
      payerName: '南平市总工会',
      payerAccount: '62220000',
      memo: '货款 QX',
    },
    { row: 4, serial: 'S3', day: '2026-05-30', amount: 1_250, payerName: '林晓', payerAccount: '2', memo: '' },
  ]);
});

test('an amount in one column goes by its direction, or by its sign', async () => {
  const directed = await read('日期,金额,借贷标志,流水号\n2026-05-01,10,贷,1\n2026-05-01,20,借,2\n2026-05-01,30,?,3');
  expect(directed.lines.map((line) => line.amount)).toEqual([1_000]);
  expect(directed.outgoing).toBe(1);
  expect(directed.errors).toEqual([{ address: 'C4', code: 'bank.direction-unknown', text: '?' }]);

  const signed = await read('日期,金额,流水号\n2026-05-01,10,1\n2026-05-01,-20,2');
  expect([signed.lines.length, signed.outgoing]).toEqual([1, 1]);
});

test('every wrong cell is named by where it stands, and no row of it becomes a line', async () => {
  const { lines, errors } = await read(
    [
      '交易日期,收入,支出,流水号',
      '昨天,壹佰,,',
      '2026-06-02,10,,S1',
      '2026-05-01,10.005,,S2',
      '2026-05-01,10,10,S3',
      '2026-05-01,-5,,S4',
      '2026-05-01,,,S5',
      '2026-05-01,10,,2.02603E+17',
      '2026-05-01,10,,S6',
      '2026-05-01,11,,S6',
    ].join('\n'),
  );

  expect(errors).toEqual([
    { address: 'B2', code: 'sheets.money-wrong', text: '壹佰' },
    { address: 'A2', code: 'sheets.day-wrong', text: '昨天' },
    { address: 'D2', code: 'bank.serial-missing', text: '' },
    { address: 'A3', code: 'bank.day-ahead', text: '2026-06-02' },
    { address: 'B4', code: 'sheets.money-decimals', text: '10.005' },
    { address: 'B5', code: 'bank.both-ways', text: '10' },
    { address: 'B6', code: 'bank.below-zero', text: '-5' },
    { address: 'B7', code: 'sheets.money-empty', text: '' },
    { address: 'D8', code: 'bank.serial-wrong', text: '2.02603E+17' },
    { address: 'D10', code: 'bank.serial-twice', text: 'S6' },
  ]);
  expect(lines.map((line) => line.serial)).toEqual(['S6']);
});
