import { type Language, type LocalizedText, languages } from '#server/kernel/text.ts';
import type { PaperCell } from '#server/platform/pdf/index.ts';

/**
 * The words of papers. They are part of a paper as its numbers are, and are printed where no page is: Chinese always,
 * with English below where the order was placed in English.
 */
const words = {
  'order-confirmation': ['订单确认书', 'Order confirmation'],
  'delivery-note': ['送货单', 'Delivery note'],
  invoice: ['开票信息单', 'Invoice data sheet'],
  'credit-note': ['红字开票信息单', 'Credit note data sheet'],

  number: ['单号', 'No.'],
  issuedOn: ['日期', 'Date'],
  order: ['订单', 'Order'],
  parcel: ['包裹', 'Parcel'],
  creditCode: ['统一社会信用代码', 'Social credit code'],
  noCreditCode: ['统一社会信用代码未登记', 'Social credit code not on record'],
  phone: ['电话', 'Phone'],

  delivery: ['收货', 'Delivery'],
  recipient: ['收货人', 'Recipient'],
  address: ['地址', 'Address'],
  note: ['买家留言', 'Buyer’s note'],
  placedOn: ['下单', 'Ordered'],
  paidOn: ['付款', 'Paid'],

  item: ['品名', 'Item'],
  spec: ['规格', 'Pack'],
  count: ['件数', 'Packs'],
  unitPrice: ['单价（元）', 'Unit price, ¥'],
  amount: ['金额（元）', 'Amount, ¥'],
  discount: ['优惠（元）', 'Discount, ¥'],
  paid: ['实付（元）', 'Paid, ¥'],
  sum: ['合计', 'Total'],
  goods: ['商品金额', 'Goods'],
  discounts: ['优惠', 'Discount'],
  freight: ['配送费', 'Freight'],
  total: ['实付', 'Paid'],
  capital: ['大写', 'In words'],
  confirmed: [
    '以上商品已经付款，卖家按此备货、发货。',
    'The goods above are paid for; the seller packs and sends them accordingly.',
  ],

  shipment: ['承运', 'Carrier'],
  tracking: ['运单号', 'Tracking no.'],
  shippedOn: ['发出', 'Sent'],
  shipmentSeq: ['发货', 'Shipment'],
  origins: ['货从哪里来', 'Where the goods come from'],
  lot: ['批次', 'Lot'],
  household: ['农户', 'Household'],
  quantity: ['数量', 'Quantity'],
  harvestedOn: ['采收', 'Harvested'],
  certificate: ['合格证', 'Certificate'],
  trace: [
    '请对照清点。在七销“溯源”页输入批次，可以查到这批货的农户、采收日和合格证。',
    'Please count against this note. Enter a lot on the Trace page of Qixiao to see its households, harvest day and certificate.',
  ],
  sender: ['发货人', 'Sent by'],
  receiver: ['收货人', 'Received by'],
  receivedOn: ['收货日期', 'Date'],

  notAnInvoice: ['这是开票用的信息，不是发票', 'This is data for an invoice. It is not an invoice'],
  notAnInvoiceMeans: [
    '卖家用它在税务系统开具数电发票。它不能报销、不能抵扣，也不能代替发票；以税务系统开出的发票为准。',
    'The seller issues the digital invoice from it in the tax system. It cannot be used for claims or deduction, nor in place of the invoice.',
  ],
  notACreditNote: ['这是开红字发票用的信息，不是发票', 'This is data for a red-letter invoice. It is not an invoice'],
  notACreditNoteMeans: [
    '卖家用它在税务系统冲减原来的数电发票，金额都是负数。没有开过原发票的，按退款后的余额开票即可。',
    'The seller reduces the original digital invoice by it in the tax system; all amounts are below zero. Where none was issued yet, it is issued for what is left.',
  ],
  buyer: ['购买方', 'Buyer'],
  seller: ['销售方', 'Seller'],
  title: ['抬头', 'Title'],
  name: ['名称', 'Name'],
  titleKind: ['抬头类型', 'Kind'],
  person: ['个人', 'Person'],
  organization: ['单位', 'Organization'],
  taxNumber: ['纳税人识别号', 'Tax number'],
  mail: ['接收邮箱', 'Mail'],
  measure: ['单位', 'Unit'],
  pack: ['件', 'pack'],
  freightTurn: ['次', 'trip'],
  taxRate: ['税率', 'Tax rate'],
  tax: ['税额（元）', 'Tax, ¥'],
  exempt: ['免税', 'Exempt'],
  withTax: ['价税合计', 'Total with tax'],
  withTaxCapital: ['价税合计（大写）', 'Total in words'],
  remark: ['备注', 'Remark'],
  drawer: ['开票人', 'Drawer'],
  drawerOpen: ['由开票的人填写', 'for the drawer to fill in'],
  corrects: ['对应的开票信息单', 'Corrects'],
  refund: ['退款单', 'Refund'],
  reason: ['原因', 'Reason'],
  invoiceNumber: ['数电发票号码', 'Digital invoice no.'],
  invoiceDate: ['开票日期', 'Invoiced on'],
} as const;

type PaperWord = keyof typeof words;

/** The words of one paper: both languages below one another, in one line, and what people typed. */
export type PaperWords = {
  cell(word: PaperWord): PaperCell;
  line(word: PaperWord): string;
  /** A sentence, each language on lines of its own. */
  sentence(word: PaperWord): string;
  text(text: LocalizedText): PaperCell;
  flat(text: LocalizedText): string;
};

export function paperWords(language: Language): PaperWords {
  const both = language === 'en';
  const cell = ([text, below]: readonly [string, string]): PaperCell => (both ? { text, below } : text);
  const named = (text: LocalizedText) => [text['zh-CN'], text.en ?? ''] as const;
  const line = ([text, below]: readonly [string, string]) => (both && below !== '' ? `${text} ${below}` : text);
  return {
    cell: (word) => cell(words[word]),
    line: (word) => line(words[word]),
    sentence: (word) => (both ? words[word].join('\n') : words[word][0]),
    text: (text) => cell(named(text)),
    flat: (text) => line(named(text)),
  };
}

const courierNames: Record<string, string> = {
  SF: '顺丰 SF Express',
  ZTO: '中通 ZTO',
  STO: '申通 STO',
  YTO: '圆通 YTO',
  YD: '韵达 Yunda',
  YZPY: '邮政包裹 China Post',
  EMS: 'EMS',
  JD: '京东 JD Logistics',
  DBL: '德邦 Deppon',
  SELF: '卖家自送 by the seller',
};

export function courierName(courier: string, language: Language): string {
  const name = courierNames[courier] ?? courier;
  return language === 'en' ? name : (name.split(' ')[0] ?? name);
}

const refundReasons: Record<string, LocalizedText> = {
  buyer: { 'zh-CN': '买家取消', en: 'taken back by the buyer' },
  missing: { 'zh-CN': '缺货', en: 'goods missing' },
  spoiled: { 'zh-CN': '货坏了', en: 'goods spoiled' },
  'not-harvested': { 'zh-CN': '还没采收', en: 'not harvested yet' },
  weighed: { 'zh-CN': '按实际重量多退', en: 'weighed less' },
};

/** A refund's reason is one of few, or what somebody wrote. */
export function refundReason(reason: string, { flat }: PaperWords): string {
  const known = refundReasons[reason];
  return known ? flat(known) : reason;
}

export function pageWordsIn(language: Language): (page: number, pages: number) => string {
  return (page, pages) =>
    language === languages[0]
      ? `第 ${page} 页，共 ${pages} 页`
      : `第 ${page} 页，共 ${pages} 页  Page ${page} of ${pages}`;
}

export const missingWordsIn: Record<Language, string> = {
  'zh-CN': '〓 处是字库里没有的字',
  en: '〓 处是字库里没有的字 stands for a character not in our font',
};
