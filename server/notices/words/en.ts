import { businessDayOf, momentInShanghai } from '#server/kernel/calendar.ts';
import { formatYuan } from '#server/kernel/money.ts';
import type { Words } from './said.ts';

const couriers: Record<string, string> = {
  SF: 'SF Express',
  YD: 'Yunda',
  YZPY: 'China Post',
  JD: 'JD Logistics',
  DBL: 'Deppon',
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const english: Words = {
  notices: {
    'order-paid': ({ number, total }) => ({
      title: `Order ${number} is paid`,
      words: `We received ${formatYuan(total)} for order ${number}. It is being packed; you hear from us when it leaves.`,
    }),
    'order-lapsed': ({ number }) => ({
      title: `Order ${number} was not paid and is cancelled`,
      words:
        'The time to pay is over, the goods are back on the shelf and you were charged nothing. You can order again.',
    }),
    'payment-unused': ({ number, amount }) => ({
      title: `A payment for order ${number} goes back to you`,
      words: `The ${formatYuan(amount)} that came for order ${number} was not needed and goes back to you. There is nothing to do.`,
    }),
    'refund-booked': ({ number, amount }) => ({
      title: `${formatYuan(amount)} of order ${number} goes back to you`,
      words: `${formatYuan(amount)} of order ${number} goes back to you. You hear from us when it has been sent.`,
    }),
    'refund-sent': ({ number, amount }) => ({
      title: `The refund for order ${number} was sent`,
      words: `Your refund of ${formatYuan(amount)} for order ${number} was sent. How soon a card shows it is up to the bank.`,
    }),
    'parcel-shipped': ({ number, courier, tracking, complete }) => {
      const what = complete === 'yes' ? 'has left' : 'has left in part';
      const how =
        courier === 'SELF' ? 'The seller brings it himself.' : `${couriers[courier] ?? courier}, ${tracking}.`;
      return { title: `Parcel ${number} ${what}`, words: `Parcel ${number} ${what}. ${how}` };
    },
    'parcel-delivered': ({ number, until }) => ({
      title: `Parcel ${number} has arrived`,
      words: `Parcel ${number} has arrived. If something is wrong, tell us on the page of your order before ${moment(until)}.`,
    }),
    'claim-evidence-asked': ({ number }) => ({
      title: `Claim ${number} needs a little more`,
      words: `Claim ${number}: please add photos or an explanation on your order's page, so that the seller can answer.`,
    }),
    'claim-send-back': ({ number }) => ({
      title: `Claim ${number}: please send the goods back`,
      words: `Claim ${number} is granted. Send the goods back and fill in the tracking number on your order's page.`,
    }),
    'claim-rejected': ({ number }) => ({
      title: `Claim ${number} was turned down`,
      words: `Claim ${number} was turned down; the reason is on your order's page. You may ask the platform to look again.`,
    }),
    'claim-refunded': ({ number, amount }) => ({
      title: `Claim ${number} is granted`,
      words: `Claim ${number} is granted: ${formatYuan(amount)} goes back to you.`,
    }),
    'claim-escalated': ({ number }) => ({
      title: `The platform decides claim ${number}`,
      words: `Claim ${number} was not answered in time and has gone to the platform. There is nothing to do.`,
    }),
    'claim-upheld': ({ number }) => ({
      title: `The platform has answered claim ${number}`,
      words: `The platform looked at claim ${number} and upholds the seller's word; the reason is on your order's page.`,
    }),
    'statement-made': ({ amount, until }) => ({
      title: `Your statement: ${formatYuan(amount)}`,
      words: `Your statement comes to ${formatYuan(amount)}. Please see whether it is right by ${day(until)}.`,
    }),
    'statement-answered': ({ amount }) => ({
      title: 'Your statement was confirmed for you',
      words: `Your helper confirmed your statement of ${formatYuan(amount)} for you.`,
    }),
    'objection-resolved': ({ number }) => ({
      title: 'Your objection is answered',
      words: `Your objection to statement ${number} is answered.`,
    }),
    'payout-paid': ({ amount, card }) => ({
      title: `${formatYuan(amount)} was paid to you`,
      words:
        card === ''
          ? `${formatYuan(amount)} for your goods was paid to you in cash.`
          : `${formatYuan(amount)} for your goods was paid to your card ending in ${card}.`,
    }),
    'payout-returned': ({ amount, card }) => ({
      title: `${formatYuan(amount)} could not be paid`,
      words: `${formatYuan(amount)} could not be paid to your card ending in ${card}. The money is safe: check the number with your helper.`,
    }),
    'household-advanced': ({ amount }) => ({
      title: `An advance of ${formatYuan(amount)}`,
      words: `You are given an advance of ${formatYuan(amount)}. It will be on your next statement.`,
    }),
    'parcel-to-pack': ({ number }) => ({
      title: `Parcel ${number} waits to be packed`,
      words: `Parcel ${number} is paid. Please pack it.`,
    }),
    'claim-to-decide': ({ number }) => ({
      title: `Claim ${number} waits for your answer`,
      words: `A buyer asks for something: claim ${number}. Please answer in time.`,
    }),
    'claim-goods-back': ({ number }) => ({
      title: `The goods of claim ${number} are on their way back`,
      words: `The goods of claim ${number} were sent back. Please confirm when they are here.`,
    }),
    'claim-to-arbitrate': ({ number }) => ({
      title: `Claim ${number} waits for the platform`,
      words: `Claim ${number} has come to the platform and waits for your word.`,
    }),
    'refund-stuck': ({ number, amount }) => ({
      title: `The refund for order ${number} did not leave`,
      words: `The refund of ${formatYuan(amount)} for order ${number} did not leave. Please see to it.`,
    }),
    'payment-disputed': ({ number }) => ({
      title: `The payment of order ${number} is disputed`,
      words: `The payer of order ${number} disputes the payment at the bank. Please answer in time.`,
    }),
    'statement-objected': ({ number }) => ({
      title: `Statement ${number} is objected to`,
      words: `A household objects to statement ${number}. Please look into it and answer.`,
    }),
    'transfer-returned': ({ number, amount }) => ({
      title: `Transfer ${number} could not be paid`,
      words: `Transfer ${number} of ${formatYuan(amount)} could not be paid. Please check the card.`,
    }),
    'payout-to-approve': ({ number, amount }) => ({
      title: `Payout ${number} waits for your approval`,
      words: `Payout ${number} of ${formatYuan(amount)}: please check it, and approve it if it is right.`,
    }),
    'payout-approved': ({ number }) => ({
      title: `Payout ${number} is approved`,
      words: `Somebody else approved payout ${number}: its bank file can be exported.`,
    }),
  },
  sms: (words, link) => `Qixiao: ${link === null ? words : `${words.replace(/\.$/, '')}: ${link}`}`,
  mail: ({ words }, link, isDigest) =>
    [
      `Hello,\n\n${words}`,
      link,
      isDigest ? 'Until you have looked, we write no more mails of this kind.' : null,
      'Qixiao\nWhich mails you get is up to you: My account, Notices.',
    ]
      .filter((part) => part !== null)
      .join('\n\n'),
};

/** `4 Dec` */
function day(instant: string): string {
  const [, month, date] = businessDayOf(new Date(instant)).split('-');
  return `${Number(date)} ${months[Number(month) - 1]}`;
}

/** `4 Dec, 18:05` */
function moment(instant: string): string {
  return `${day(instant)}, ${momentInShanghai(new Date(instant)).slice(11)}`;
}
