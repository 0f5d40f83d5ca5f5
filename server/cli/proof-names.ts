/** What each proof proves, in Chinese and in English. */
export const proofNames: Readonly<Record<string, { zh: string; en: string }>> = {
  'ledger.entry-balances': { zh: '每笔分录借贷相抵', en: 'every entry sums to zero' },
  'ledger.entry-has-postings': { zh: '每笔分录至少两行', en: 'every entry has at least two postings' },
  'ledger.closed-months-stand': {
    zh: '已结账月份与总账一致',
    en: 'closed months are what the ledger says today',
  },
  'stock.movements-are-on-hand': { zh: '库存变动之和等于在库', en: 'movements add up to what is on hand' },
  'stock.pools-are-their-shares': { zh: '库存池等于各户份额之和', en: 'every pool is the sum of its shares' },
  'stock.nothing-oversold': { zh: '没有一份超卖', en: 'no share is oversold' },
  'stock.received-fits-capacity': {
    zh: '入库不超过核定产量',
    en: 'nobody handed over more than the verified capacity',
  },
  'payments.all-applied': { zh: '到账的钱都记到了订单上', en: 'every payment that came in was taken account of' },
  'payments.no-more-back-than-came': {
    zh: '退回的钱不超过到账的钱',
    en: 'no more goes back of a payment than came in',
  },
  'payments.refunded-is-all-sent': {
    zh: '标为已退的付款都已全额退回',
    en: 'a refunded payment has gone back whole',
  },
  'payments.sent-is-booked-once': { zh: '每笔退款正好记账一次', en: 'every refund sent is booked once' },
  'payments.buyer-credit-is-owed': {
    zh: '欠买家的钱等于待退的款',
    en: 'what buyers are owed is what is still to be sent back',
  },
  'orders.lines-add-up': { zh: '订单货款等于各行之和', en: 'goods of an order are the sum of its lines' },
  'orders.parcels-add-up': { zh: '订单总额等于各包裹之和', en: 'the total of an order is the sum of its parcels' },
  'orders.allocations-are-line-quantities': {
    zh: '分到各户的数量等于订单行的数量',
    en: 'what is drawn from households is what was ordered',
  },
  'orders.held-is-on-the-shelf': { zh: '占用的数量与份额一致', en: 'what orders hold is what shares say is held' },
  'orders.dispatched-is-moved': { zh: '发出的货都有库存变动', en: 'what was dispatched has left the shelf' },
  'orders.households-are-their-shares': {
    zh: '到户货款等于份额上的累计',
    en: 'what households earned is what their shares say',
  },
  'orders.households-are-in-the-ledger': {
    zh: '到户货款与总账一致',
    en: 'what households earned is in the ledger to the fen',
  },
  'orders.paid-is-in-the-ledger': { zh: '已付订单与总账一致', en: 'every paid order is in the ledger, and no other' },
  'orders.lines-are-their-households': {
    zh: '每行的到户货款等于各户之和',
    en: 'what households get of a line is the sum of theirs',
  },
  'orders.sellers-are-in-the-ledger': {
    zh: '卖方、包装、平台、运费与总账一致',
    en: 'what sellers, packing, platform and freight get is in the ledger',
  },
  'orders.payments-are-in-the-ledger': {
    zh: '留下的每笔付款与总账一致',
    en: 'every payment we kept is in the ledger once',
  },
  'orders.no-expired-hold': { zh: '没有过期还占着货的订单', en: 'no expired hold is alive' },
  'promotions.counters-are-uses': {
    zh: '优惠用掉的次数和金额与每次使用一致',
    en: 'every promotion counts just its uses',
  },
  'orders.discounts-add-up': {
    zh: '优惠在各行、包裹和订单上一致',
    en: 'discounts of lines, parcels and orders agree',
  },
  'orders.discounts-are-uses': {
    zh: '订单上的优惠都记了使用',
    en: 'every discount of an order is a use of its promotion',
  },
  'orders.funders-are-in-the-ledger': {
    zh: '出资方承担的优惠与总账一致',
    en: 'what funders bear of discounts is in the ledger',
  },
  'orders.moves-are-states': { zh: '订单状态都有记录可查', en: 'every state has the move that led to it' },
  'claims.refunded-once': {
    zh: '每张退了款的售后单恰有一笔退款，反之亦然',
    en: 'every refunded claim has its one refund, and every such refund its claim',
  },
  'claims.moves-are-states': { zh: '售后状态都有记录可查', en: 'every state of a claim has the move that led to it' },
  'fulfilment.shipments-fit-lines': {
    zh: '发出的件数不超过该发的',
    en: 'no line was sent more often than it was sold',
  },
  'fulfilment.sent-is-in-shipments': {
    zh: '各户出的货等于各次发货的件数',
    en: 'what households sent is what the shipments held',
  },
  'fulfilment.gone-owes-nothing': {
    zh: '发走或取消的包裹不再欠货',
    en: 'a parcel that has gone has nothing left to send',
  },
  'fulfilment.weighed-is-sent': {
    zh: '按重量卖的，发出的就是称过的',
    en: 'what is sold by weight was weighed, and sent as weighed',
  },
  'bank.lines-are-in-the-ledger': {
    zh: '银行流水的每一笔收入，总账上正好记了一次',
    en: 'every incoming line of a statement is in the ledger once',
  },
  'bank.placed-is-what-was-made-of-a-line': {
    zh: '每笔流水的去向加起来，不多于这笔流水',
    en: 'what was made of a bank line adds up and is no more than the line',
  },
  'bank.received-is-matched': {
    zh: '每个识别码收到的钱，等于对上的流水之和',
    en: 'what came under a code is the sum of its matches',
  },
  'bank.full-is-applied': { zh: '转账足额的，订单都记了账', en: 'a transfer that came in full was taken account of' },
  'bank.credits-are-in-the-ledger': { zh: '多转的钱，台账和总账一致', en: 'what is a buyer’s credit is in the ledger' },
  'bank.clearing-is-what-waits': {
    zh: '转账在途的钱，等于还没有去处的流水与未付清的部分',
    en: 'what is on its way by transfer is what waits',
  },
  'bank.cash-is-received': {
    zh: '每张现金收据都记到了订单上',
    en: 'every cash receipt is a payment that was taken account of',
  },
  'bank.receipts-have-no-gap': { zh: '现金收据的号码不断、不重', en: 'cash receipts are numbered without a gap' },
  'dues.payable-is-in-the-ledger': {
    zh: '每户可付的货款与总账一致',
    en: 'what is payable to households is in the ledger to the fen',
  },
  'dues.paying-is-in-the-ledger': {
    zh: '付款途中的货款与总账一致',
    en: 'what is on its way to households is in the ledger',
  },
  'dues.matured-is-in-the-ledger': { zh: '过了售后期转为可付的钱与总账一致', en: 'what has matured is in the ledger' },
  'dues.sales-are-their-lines': { zh: '过了售后期的销售都有应付款', en: 'every matured sale has its due lines' },
  'dues.fund-is-in-the-ledger': { zh: '周转金与总账一致', en: 'the revolving fund is what the ledger says' },
  'dues.sweep-ran': { zh: '过了售后期的货款按时转为可付', en: 'the sweep that makes money payable has run' },
  'statements.add-up': { zh: '结算单金额等于各行之和', en: 'every statement is the sum of its lines' },
  'statements.lines-go-with-them': {
    zh: '应付款的状态与结算单一致',
    en: 'the lines of a statement stand where it stands',
  },
  'statements.moves-are-states': {
    zh: '结算单的状态都有记录可查',
    en: 'every state of a statement has the move that led to it',
  },
  'statements.silence-is-heard': { zh: '过了答复期的结算单都已生效', en: 'no statement waits past its days' },
  'payouts.runs-add-up': { zh: '发放批次等于各笔转账之和', en: 'every payout run is the sum of its transfers' },
  'payouts.one-live-transfer': { zh: '一张结算单最多一笔有效转账', en: 'a statement has at most one live transfer' },
  'payouts.transfers-are-their-statements': { zh: '转账与结算单相符', en: 'every transfer is its statement' },
  'payouts.paid-is-in-the-ledger': { zh: '已付的转账与总账一致', en: 'every paid transfer is in the ledger once' },
  'payouts.no-line-twice': { zh: '没有一笔应付款付两次', en: 'nothing is paid twice' },
  'payouts.moves-are-states': {
    zh: '发放和转账的状态都有记录可查',
    en: 'every state of a run or transfer has its move',
  },
  'payouts.runs-are-finished': { zh: '没有做了一半的发放批次', en: 'no payout run was left half made' },
  'documents.numbers-have-no-gap': { zh: '单据编号连续无缺', en: 'no number of a paper is missing' },
  'documents.invoices-are-what-was-kept': {
    zh: '开票减红字等于实际留下的钱',
    en: 'invoices less credit notes are what was kept',
  },
  'messages.are-tried': {
    zh: '没有一条该发的消息一个小时没人去发',
    en: 'no message waits an hour without a try',
  },
  'jobs.all-ran': { zh: '定时任务都按时跑过', en: 'all recurring work has run' },
};

/** `库存变动之和等于在库 / movements add up to what is on hand`; a proof nobody named goes by its own name. */
export function proofTitle(name: string): string {
  const title = proofNames[name];
  return title ? `${title.zh} / ${title.en}` : name;
}
