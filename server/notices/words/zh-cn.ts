import { businessDayOf, momentInShanghai } from '#server/kernel/calendar.ts';
import { formatYuan } from '#server/kernel/money.ts';
import type { Words } from './said.ts';

const couriers: Record<string, string> = {
  SF: '顺丰',
  ZTO: '中通',
  STO: '申通',
  YTO: '圆通',
  YD: '韵达',
  YZPY: '邮政',
  EMS: 'EMS',
  JD: '京东',
  DBL: '德邦',
};

export const chinese: Words = {
  notices: {
    'order-paid': ({ number, total }) => ({
      title: `订单 ${number} 已付款`,
      words: `订单 ${number} 收到 ${formatYuan(total)}，这就备货，发货时再告诉您。`,
    }),
    'order-lapsed': ({ number }) => ({
      title: `订单 ${number} 没有付款，已取消`,
      words: '付款时间过了，货已放回货架，没有收您的钱。还想要，可以再下一单。',
    }),
    'payment-unused': ({ number, amount }) => ({
      title: `订单 ${number} 的一笔付款会退给您`,
      words: `订单 ${number} 收到的 ${formatYuan(amount)} 没有用上，会退给您，您不用做什么。`,
    }),
    'refund-booked': ({ number, amount }) => ({
      title: `订单 ${number} 有 ${formatYuan(amount)} 退给您`,
      words: `订单 ${number} 有 ${formatYuan(amount)} 退给您，退出后再告诉您。`,
    }),
    'refund-sent': ({ number, amount }) => ({
      title: `订单 ${number} 的退款已退出`,
      words: `订单 ${number} 的退款 ${formatYuan(amount)} 已退出。退到卡上的，到账快慢看银行。`,
    }),
    'parcel-shipped': ({ number, courier, tracking, complete }) => {
      const what = complete === 'yes' ? '已发出' : '有一部分已发出';
      const how = courier === 'SELF' ? '由卖家自己送来' : `${couriers[courier] ?? courier}单号 ${tracking}`;
      return { title: `包裹 ${number} ${what}`, words: `包裹 ${number} ${what}，${how}。` };
    },
    'parcel-delivered': ({ number, until }) => ({
      title: `包裹 ${number} 已送到`,
      words: `包裹 ${number} 已送到。有不对的地方，请在 ${moment(until)} 前到订单页告诉我们。`,
    }),
    'claim-evidence-asked': ({ number }) => ({
      title: `售后 ${number} 还缺说明`,
      words: `售后 ${number}：请到订单页补上照片或说明，卖家才好答复。`,
    }),
    'claim-send-back': ({ number }) => ({
      title: `售后 ${number} 同意退货`,
      words: `售后 ${number} 同意退货。请把货寄回，在订单页填上运单号，收到就退款。`,
    }),
    'claim-rejected': ({ number }) => ({
      title: `售后 ${number} 没有同意`,
      words: `售后 ${number} 没有同意，理由在订单页。您不认同，可以请平台再看。`,
    }),
    'claim-refunded': ({ number, amount }) => ({
      title: `售后 ${number} 同意退款`,
      words: `售后 ${number} 已同意，${formatYuan(amount)} 会退给您。`,
    }),
    'claim-escalated': ({ number }) => ({
      title: `售后 ${number} 由平台来定`,
      words: `售后 ${number} 过了答复的时间，已交给平台来定，您不用做什么。`,
    }),
    'claim-upheld': ({ number }) => ({
      title: `售后 ${number} 平台已答复`,
      words: `售后 ${number} 平台看过，维持卖家的决定，理由在订单页。`,
    }),
    'statement-made': ({ amount, until }) => ({
      title: `您的结算单 ${formatYuan(amount)}`,
      words: `您的结算单 ${formatYuan(amount)}，请在${day(until)}前看看对不对。`,
    }),
    'statement-answered': ({ amount }) => ({
      title: '结算单已替您确认',
      words: `帮办员替您确认了结算单 ${formatYuan(amount)}，可以看一看。`,
    }),
    'objection-resolved': ({ number }) => ({
      title: '您的异议有答复了',
      words: `您对结算单 ${number} 的异议有答复了。`,
    }),
    'payout-paid': ({ amount, card }) => ({
      title: `货款 ${formatYuan(amount)} 已付`,
      words:
        card === ''
          ? `货款 ${formatYuan(amount)} 已用现金付给您。`
          : `货款 ${formatYuan(amount)} 已付到您尾号 ${card} 的卡，请查收。`,
    }),
    'payout-returned': ({ amount, card }) => ({
      title: `货款 ${formatYuan(amount)} 没有付成`,
      words: `货款 ${formatYuan(amount)} 没能付到尾号 ${card} 的卡，钱还在。请找帮办员核对卡号，再付给您。`,
    }),
    'household-advanced': ({ amount }) => ({
      title: `预付货款 ${formatYuan(amount)}`,
      words: `给您预付货款 ${formatYuan(amount)}，会写在下一张结算单上。`,
    }),
    'parcel-to-pack': ({ number }) => ({
      title: `新包裹 ${number}，等着备货`,
      words: `包裹 ${number} 已付款，请备货。`,
    }),
    'claim-to-decide': ({ number }) => ({
      title: `售后 ${number} 等您答复`,
      words: `买家提出售后 ${number}，请在期限前答复。`,
    }),
    'claim-goods-back': ({ number }) => ({
      title: `售后 ${number} 的货在寄回路上`,
      words: `售后 ${number} 的货已寄回，收到后请确认。`,
    }),
    'claim-to-arbitrate': ({ number }) => ({
      title: `售后 ${number} 等平台来定`,
      words: `售后 ${number} 交到了平台，等您来定。`,
    }),
    'refund-stuck': ({ number, amount }) => ({
      title: `订单 ${number} 的退款没有退出去`,
      words: `订单 ${number} 的退款 ${formatYuan(amount)} 没有退出去，请看一看。`,
    }),
    'payment-disputed': ({ number }) => ({
      title: `订单 ${number} 的付款有争议`,
      words: `订单 ${number} 的付款人向银行提出争议，请在期限前答复。`,
    }),
    'statement-objected': ({ number }) => ({
      title: `结算单 ${number} 有异议`,
      words: `农户对结算单 ${number} 有异议，请核对并答复。`,
    }),
    'transfer-returned': ({ number, amount }) => ({
      title: `转账 ${number} 没有付成`,
      words: `转账 ${number} 的 ${formatYuan(amount)} 没有付成，请核对卡号。`,
    }),
    'payout-to-approve': ({ number, amount }) => ({
      title: `发放 ${number} 等您复核`,
      words: `发放 ${number} 共 ${formatYuan(amount)}，请您核对，没有错就复核。`,
    }),
    'payout-approved': ({ number }) => ({
      title: `发放 ${number} 已复核`,
      words: `发放 ${number} 已由另一位复核，可以导出代发文件。`,
    }),
  },
  sms: (words, link) => `【七销】${link === null ? words : `${words.replace(/。$/, '')}：${link}`}`,
  mail: ({ words }, link, isDigest) =>
    [
      `您好，\n\n${words}`,
      link,
      isDigest ? '您看过之前，同类的事不再逐一写信。' : null,
      '七销，每一单都到户\n要不要收这类邮件，在“我的账号 · 通知”里选。',
    ]
      .filter((part) => part !== null)
      .join('\n\n'),
};

/** `12月4日` */
function day(instant: string): string {
  const [, month, date] = businessDayOf(new Date(instant)).split('-');
  return `${Number(month)}月${Number(date)}日`;
}

/** `12月4日 18:05` */
function moment(instant: string): string {
  return `${day(instant)} ${momentInShanghai(new Date(instant)).slice(11)}`;
}
