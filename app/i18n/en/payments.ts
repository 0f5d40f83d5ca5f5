import type { Translated } from '../translator.ts';
import type { payments as zh } from '../zh-CN/payments.ts';

export const payments = {
  way: {
    legend: 'How to pay',
    stripe: 'Alipay, WeChat Pay or card',
    'bank-transfer': 'Bank transfer',
    sandbox: 'Sandbox',
  },
  wayDetail: {
    stripe: 'You pay on Stripe’s page and come back here',
    'bank-transfer': 'With a code on the transfer; held for 24 hours',
    sandbox: 'For the demo; no money moves',
  },
  came: {
    succeeded: 'Paid. Thank you.',
    failed: 'The payment did not go through. Your goods are still held; you can try again.',
    pending: 'The payment is being confirmed. This page will say so when it has arrived.',
    refunded: 'This order no longer needed paying, so the money has gone back the way it came.',
  },
  goingBack: {
    lapsed: 'When the payment arrived the goods were gone. The money is on its way back to you.',
    cancelled: 'When the payment arrived the order had been cancelled. The money is on its way back to you.',
  },
  noneOpen: 'No way to pay is open yet. Your order is on record.',
} as const satisfies Translated<typeof zh>;
