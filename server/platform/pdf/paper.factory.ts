import { createHash } from 'node:crypto';
import type { Paper } from './paper.ts';
import { printPaper } from './print-paper.ts';

/** A paper with a block of every kind. */
export function aPaper(different: Partial<Paper> = {}): Paper {
  return {
    title: { text: '送货单', below: 'Delivery note' },
    number: 'SH2026-000001',
    issuer: '顺昌县大历镇蜂农专业合作社',
    issuerLines: ['电话 0599-7820000'],
    marks: [['日期', '2026-06-01']],
    blocks: [
      {
        kind: 'facts',
        title: '收货',
        columns: 2,
        rows: [
          ['收货人', '林晓'],
          ['备注', ''],
        ],
      },
      {
        kind: 'table',
        columns: [
          { head: '品名', width: 3 },
          { head: '件数', width: 1, align: 'right' },
        ],
        rows: [[{ text: '百花蜜', below: 'Wildflower honey' }, '2']],
        sums: [['合计', '2']],
      },
      {
        kind: 'sums',
        rows: [
          ['货款', '¥90.00'],
          ['合计', '¥98.00'],
        ],
      },
      { kind: 'notice', text: '这不是发票', below: '凭此开票' },
      { kind: 'figure', label: '应付给您', value: '¥1,234.50' },
      { kind: 'text', text: '第一行\n第二行' },
      { kind: 'signatures', labels: ['收货人', { text: '日期', below: 'Date' }] },
    ],
    language: 'zh-CN',
    issuedAt: new Date('2026-06-01T02:00:00Z'),
    foot: '七销',
    pageWords: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    missingWords: '〓 处是字库里没有的字',
    ...different,
  };
}

// Run by itself it says what the paper's bytes come to in a process of its own.
if (import.meta.main)
  process.stdout.write(
    createHash('sha256')
      .update(await printPaper(aPaper()))
      .digest('hex'),
  );
