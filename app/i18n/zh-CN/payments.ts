export const payments = {
  way: {
    legend: '怎么付',
    stripe: '支付宝、微信或银行卡',
    'bank-transfer': '银行转账',
    sandbox: '沙箱试付',
  },
  wayDetail: {
    stripe: '在 Stripe 的付款页上付，付好回到这里',
    'bank-transfer': '写上识别码，货留 24 小时',
    sandbox: '演示用，不会真的扣款',
  },
  came: {
    succeeded: '付好了。',
    failed: '付款没有成功，货还给你留着，可以再付一次。',
    pending: '付款还在确认，一到账这里就会写明。',
    refunded: '这张订单已经不用付了，这笔钱已原路退回。',
  },
  goingBack: {
    lapsed: '付款到的时候货没有了，钱正在原路退回。',
    cancelled: '付款到的时候订单已经取消了，钱正在原路退回。',
  },
  noneOpen: '店里还没有开通付款方式。订单先替你记着。',
} as const;
