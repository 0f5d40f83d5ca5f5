import { expect, test } from 'vitest';
import { type NoticeFacts, type NoticeKind, noticeKinds } from '../kinds.ts';
import { say, wordsIn } from './index.ts';

/** Values as long as they come: a five-figure sum, the last day of the year, a courier's longest usual number. */
const longest: NoticeFacts = {
  'order-paid': { number: '261231-ABCDEF', total: 1_234_567 },
  'order-lapsed': { number: '261231-ABCDEF' },
  'payment-unused': { number: '261231-ABCDEF', amount: 1_234_567 },
  'refund-booked': { number: '261231-ABCDEF', amount: 1_234_567 },
  'refund-sent': { number: '261231-ABCDEF', amount: 1_234_567 },
  'parcel-shipped': { number: '261231-ABCDEF-12', courier: 'YZPY', tracking: 'SF1234567890123', complete: 'no' },
  'parcel-delivered': { number: '261231-ABCDEF-12', until: '2026-12-31T10:05:00Z' },
  'claim-evidence-asked': { number: '261231-ABCDEF-1-S1' },
  'claim-send-back': { number: '261231-ABCDEF-1-S1' },
  'claim-rejected': { number: '261231-ABCDEF-1-S1' },
  'claim-refunded': { number: '261231-ABCDEF-1-S1', amount: 1_234_567 },
  'claim-escalated': { number: '261231-ABCDEF-1-S1' },
  'claim-upheld': { number: '261231-ABCDEF-1-S1' },
  'statement-made': { amount: 1_234_567, until: '2026-12-31T04:00:00Z' },
  'statement-answered': { amount: 1_234_567 },
  'objection-resolved': { number: 'NP-0042-261231T' },
  'payout-paid': { amount: 1_234_567, card: '1234' },
  'payout-returned': { amount: 1_234_567, card: '1234' },
  'household-advanced': { amount: 1_234_567 },
  'parcel-to-pack': { number: '261231-ABCDEF-12' },
  'claim-to-decide': { number: '261231-ABCDEF-1-S1' },
  'claim-goods-back': { number: '261231-ABCDEF-1-S1' },
  'claim-to-arbitrate': { number: '261231-ABCDEF-1-S1' },
  'refund-stuck': { number: '261231-ABCDEF', amount: 1_234_567 },
  'payment-disputed': { number: '261231-ABCDEF' },
  'statement-objected': { number: 'NP-0042-261231T' },
  'transfer-returned': { number: 'FF261231-ABCD-0001', amount: 1_234_567 },
  'payout-to-approve': { number: 'FF261231-ABCD', amount: 1_234_567_89 },
  'payout-approved': { number: 'FF261231-ABCD' },
};
const kinds = Object.keys(longest) as NoticeKind[];
const byText = kinds.filter((kind) => noticeKinds[kind].sms);

const textIn = (language: 'zh-CN' | 'en') => (kind: NoticeKind) => {
  const link = noticeKinds[kind].linked ? 'https://qixiao.cn/s/ABCDEFGH23' : null;
  return wordsIn[language].sms(say(language, kind, longest[kind]).words, link);
};

test('a Chinese text fits into one, seventy characters', () => {
  const texts = byText.map(textIn('zh-CN'));

  expect(texts.filter((text) => [...text].length > 70)).toEqual([]);
  expect(texts.every((text) => text.startsWith('【七销】'))).toBe(true);
});

test('an English text fits into one, a hundred and sixty characters that every phone has', () => {
  const texts = byText.map(textIn('en'));

  expect(texts.filter((text) => text.length > 160)).toEqual([]);
  // Letters, digits and the signs of GSM 03.38 that count once; anything else makes every character of a text cost double.
  expect(texts.filter((text) => !/^[A-Za-z0-9 @¥!"#%&'()*+,\-./:;<=>?]*$/.test(text))).toEqual([]);
});

test('both languages say the same values, and neither says a word on how a household lives', () => {
  for (const kind of kinds) {
    const facts = longest[kind] as { number?: string };
    const said = [say('zh-CN', kind, longest[kind]), say('en', kind, longest[kind])];
    for (const { title, words } of said) {
      expect(`${title} ${words}`).not.toMatch(/贫|困难|低保|脱贫|帮扶户|poor|poverty|needy/i);
      if (facts.number) expect(`${title} ${words}`).toContain(facts.number);
    }
  }
});

test('days are those of Shanghai', () => {
  const { words } = say('zh-CN', 'statement-made', { amount: 100, until: '2026-06-03T16:00:00Z' });

  expect(words).toBe('您的结算单 ¥1.00，请在6月4日前看看对不对。');
  expect(wordsIn['zh-CN'].sms(words, 'https://qixiao.cn/s/A')).toBe(
    '【七销】您的结算单 ¥1.00，请在6月4日前看看对不对：https://qixiao.cn/s/A',
  );
  expect(say('en', 'parcel-delivered', { number: '1', until: '2026-06-03T16:30:00Z' }).words).toContain('4 Jun, 00:30');
});
