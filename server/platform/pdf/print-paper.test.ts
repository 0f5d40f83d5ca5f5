import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { textOfPdf } from '#server/testing/text-of-pdf.ts';
import { aPaper } from './paper.factory.ts';
import { printPaper } from './print-paper.ts';

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What stands on the pages, without the line ends that the widths made. */
async function textOf(paper: Parameters<typeof printPaper>[0]): Promise<string> {
  return textOfPdf(await printPaper(paper))
    .join('')
    .replaceAll('\n', '');
}

test('the same paper has the same bytes, whatever was printed before, and in another process', async () => {
  // Characters that share their glyphs with others of the paper, and come before them.
  await printPaper(aPaper({ title: 'A\u00a0B\u2011C ‧・', number: '1', marks: [], blocks: [] }));
  const first = await printPaper(aPaper());
  const again = await printPaper(aPaper());

  // The other process stands in another time zone and prints no other paper before.
  const script = fileURLToPath(new URL('./paper.factory.ts', import.meta.url));
  const elsewhere = execFileSync(process.execPath, [script], { env: { ...process.env, TZ: 'America/New_York' } });

  expect(sha(again)).toBe(sha(first));
  expect(elsewhere.toString()).toBe(sha(first));
});

test('a paper says what was put into it, in Chinese that can be searched and copied', async () => {
  const text = await textOf(aPaper());

  for (const words of [
    '送货单',
    'Delivery note',
    '顺昌县大历镇蜂农专业合作社',
    '百花蜜',
    '¥98.00',
    '这不是发票',
    '第 1 页，共 1 页',
  ]) {
    expect(text).toContain(words);
  }
  // A value that is not there stands as a dash.
  expect(text).toContain('备注—');
});

test('a long table goes on over the pages under its head, and its sums stay with its last row', async () => {
  for (const count of [24, 25, 26, 27, 28, 29, 120]) {
    const rows = Array.from({ length: count }, (_, row) => [`第${row + 1}样`, '2']);
    const columns = [
      { head: '品名', width: 3 },
      { head: '件数', width: 1, align: 'right' as const },
    ];
    const pages = textOfPdf(
      await printPaper(
        aPaper({
          blocks: [
            {
              kind: 'table',
              columns,
              rows,
              sums: [
                ['合计', '2'],
                ['大写', '贰'],
              ],
            },
          ],
        }),
      ),
    );

    const text = pages.join('\n');
    expect(pages.every((page) => page.includes('品名'))).toBe(true);
    expect(rows.every(([name]) => text.split('\n').filter((line) => line === name).length === 1)).toBe(true);
    const last = pages.at(-1) ?? '';
    expect(last).toContain(`第${count}样`);
    expect(last.indexOf('大写')).toBeGreaterThan(last.indexOf(`第${count}样`));
    expect(last).toContain(`第 ${pages.length} 页，共 ${pages.length} 页`);
  }
});

test('a rare character of a name is drawn; one no font of ours has leaves a sign and a word about it, and never throws', async () => {
  const rare = await textOf(aPaper({ issuer: '䶮𠮷㛃' }));
  const missing = await textOf(aPaper({ issuer: '林🍵\u{2fa20}\ue000晓\ud83c' }));

  expect(rare).toContain('䶮𠮷㛃');
  expect(rare).not.toContain('〓');
  expect(missing).toContain('林〓〓〓晓〓');
  expect(missing).toContain('〓 处是字库里没有的字');
});

test('what is wider than its column or longer than a page is broken, not lost', async () => {
  const word = 'x'.repeat(3_000);
  const chinese = '字，'.repeat(3_000);
  const columns = [
    { head: '品名', width: 1 },
    { head: '数', width: 1 },
  ];
  const text = await textOf(
    aPaper({
      blocks: [
        { kind: 'table', columns, rows: [[word, chinese]] },
        { kind: 'facts', rows: [['长', chinese]] },
        { kind: 'text', text: chinese },
      ],
    }),
  );

  expect(text.match(/x/g)).toHaveLength(3_000);
  expect(text.match(/字，/g)).toHaveLength(9_000);
});
