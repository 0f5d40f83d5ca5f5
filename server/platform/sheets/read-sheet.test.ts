import { deflateRawSync } from 'node:zlib';
import exceljs, { type Workbook } from 'exceljs';
import { expect, test } from 'vitest';
import { SHEET_LIMITS } from './limits.ts';
import { readSheet } from './read-sheet.ts';
import type { Sheet } from './sheet.ts';
import { writeCsv, writeXlsx } from './write-sheet.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const textsOf = (sheet: Sheet) => sheet.rows.map((row) => row.cells.map((cell) => cell.text));
const refusal = (code: string) => ({ name: 'DomainError', kind: 'invalid', code });

/** 「日期,金额\r\n3月1日,￥12」 as a bank's GBK has it. */
const GBK = Uint8Array.from([
  0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0d, 0x0a, 0x33, 0xd4, 0xc2, 0x31, 0xc8, 0xd5, 0x2c, 0xa3,
  0xa4, 0x31, 0x32,
]);

async function xlsx(fill: (workbook: Workbook) => void): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

test.each([
  ['UTF-8', utf8('日期,金额\n3月1日,￥12')],
  ['UTF-8 with a mark', utf8('\uFEFF日期,金额\r\n3月1日,￥12\r\n')],
  ['GBK', GBK],
  ['UTF-16 with a mark and tabs', Buffer.from('\uFEFF日期\t金额\r\n3月1日\t￥12', 'utf16le')],
  ['semicolons', utf8('日期;金额\n3月1日;￥12')],
  ['tabs', utf8('日期\t金额\n3月1日\t￥12')],
  ['quotes', utf8('"日期","金额"\n"3月1日","￥12"')],
  ['old Macs', utf8('日期,金额\r3月1日,￥12')],
])('a CSV in %s is read the same', async (_, bytes) => {
  expect(textsOf(await readSheet(bytes, 'a.csv'))).toEqual([
    ['日期', '金额'],
    ['3月1日', '￥12'],
  ]);
});

test('cells know where they stand, and empty rows are left out without shifting the others', async () => {
  const sheet = await readSheet(utf8('a,b\n\n,,\n,"x\ny, z"\nlast'), 'a.csv');

  expect(sheet.rows.map((row) => [row.number, row.cells])).toEqual([
    [1, [cell('A1', 'a'), cell('B1', 'b')]],
    [4, [cell('A4', ''), cell('B4', 'x y, z')]],
    [5, [cell('A5', 'last')]],
  ]);
});

function cell(address: string, text: string) {
  return { address, text };
}

test('an xlsx gives merged cells filled, days as days and numbers as they were typed', async () => {
  const bytes = await xlsx((workbook) => {
    workbook.addWorksheet('hidden', { state: 'hidden' }).addRow(['not this one']);
    const sheet = workbook.addWorksheet('三月');
    sheet.addRow(['流水', '日期', '金额', '附言']);
    sheet.addRow(['', new Date(Date.UTC(2026, 2, 1)), 0.1 + 0.2, { richText: [{ text: 'QX' }, { text: ' 7' }] }]);
    sheet.addRow(['', new Date(Date.UTC(2026, 2, 1, 9, 15, 30)), 1234567890123, { formula: '1+1', result: 2 }]);
    sheet.addRow(['', '2026-03-02', true, { error: '#N/A' } as never]);
    sheet.getCell('A2').value = 'S1';
    sheet.mergeCells('A2:A4');
  });

  const sheet = await readSheet(bytes, 'march.xlsx');

  expect(sheet.name).toBe('三月');
  expect(textsOf(sheet)).toEqual([
    ['流水', '日期', '金额', '附言'],
    ['S1', '2026-03-01', '0.3', 'QX 7'],
    ['S1', '2026-03-01 09:15:30', '1234567890123', '2'],
    ['S1', '2026-03-02', 'TRUE', '#N/A'],
  ]);
});

test.each([
  ['nothing', Buffer.alloc(0), 'sheets.empty'],
  ['only blanks', utf8(' \n,,\n'), 'sheets.empty'],
  ['a PDF', utf8('%PDF-1.7 …'), 'sheets.not-a-sheet'],
  ['an old xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'sheets.old-excel'],
  ['a zip of something else', zipOf({ 'a.txt': { content: utf8('hello') } }), 'sheets.not-a-sheet'],
  ['half a zip', zipOf({ 'xl/workbook.xml': { content: utf8('<workbook/>') } }).subarray(0, 40), 'sheets.broken'],
  ['a workbook of rubbish', zipOf({ 'xl/workbook.xml': { content: utf8('<<<') } }), 'sheets.broken'],
  ['binary', Uint8Array.from([1, 0, 2, 0, 3]), 'sheets.not-a-sheet'],
  ['bytes of no encoding', Uint8Array.from([0xff, 0x41, 0x80, 0xff]), 'sheets.encoding-unknown'],
])('%s is refused', async (_, bytes, code) => {
  await expect(readSheet(bytes, 'x.xlsx')).rejects.toMatchObject(refusal(code));
});

test('a bomb is refused before it is unpacked, whatever size it claims', async () => {
  const bomb = zipOf({ 'xl/workbook.xml': { content: Buffer.alloc(80 * 1_048_576), claimed: 100 } });

  expect(bomb.length).toBeLessThan(200_000);
  await expect(readSheet(bomb, 'bomb.xlsx')).rejects.toMatchObject(refusal('sheets.too-many-bytes'));
});

test('a merge over the whole sheet is refused before it is opened cell by cell', async () => {
  const merged = zipOf({
    'xl/workbook.xml': { content: utf8('<workbook/>') },
    'xl/worksheets/sheet1.xml': { content: utf8('<worksheet><mergeCell ref="A1:XFD1048576"/></worksheet>') },
  });
  await expect(readSheet(merged, 'wide.xlsx')).rejects.toMatchObject(refusal('sheets.too-many-cells'));
});

test.each([
  ['rows', { rows: 2 }, 'sheets.too-many-rows'],
  ['columns', { columns: 1 }, 'sheets.too-many-columns'],
  ['cells', { cells: 5 }, 'sheets.too-many-cells'],
  ['bytes', { bytes: 5 }, 'sheets.too-many-bytes'],
  ['characters in a cell', { charactersInCell: 2 }, 'sheets.too-many-text'],
])('too many %s are refused, in CSV and in xlsx', async (_, less, code) => {
  const limits = { ...SHEET_LIMITS, ...less };
  const head = ['abc', 'b'];
  const rows = [
    ['c', 'd'],
    ['e', 'f'],
  ];
  await expect(readSheet(utf8(writeCsv(head, rows)), 'a.csv', limits)).rejects.toMatchObject(refusal(code));
  await expect(readSheet(await writeXlsx('a', head, rows), 'a.xlsx', limits)).rejects.toMatchObject(refusal(code));
});

test('what is written is read back, and what begins like a formula stays text', async () => {
  const head = ['name', 'amount'];
  const rows = [
    ['=HYPERLINK("http://x")', 12.5],
    ['@sum', -3],
    ['  +1', 0],
    ['plain "quoted", 逗号', 7],
  ];

  const csv = writeCsv(head, rows);
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")",12.5\r\n`);
  expect(csv).toContain(`'@sum,-3\r\n`);
  expect(csv).toContain(`'  +1,0\r\n`);

  const book = new exceljs.Workbook();
  const bytes = await writeXlsx('a/b', head, rows);
  await book.xlsx.load(bytes as never);
  expect(book.worksheets[0]?.getCell('A2').value).toBe('=HYPERLINK("http://x")');
  expect(book.worksheets[0]?.getCell('B2').value).toBe(12.5);
  expect(textsOf(await readSheet(bytes, 'a.xlsx'))[1]).toEqual(['=HYPERLINK("http://x")', '12.5']);
});

/** A zip by hand, so that it can lie about its sizes. */
function zipOf(parts: Record<string, { content: Uint8Array; claimed?: number }>): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, { content, claimed }] of Object.entries(parts)) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(claimed ?? content.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    bodies.push(head, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}
