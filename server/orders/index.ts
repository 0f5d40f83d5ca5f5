export { accounts } from './accounts.ts';
export { type Applied, applyPayment, receivePaymentEvent } from './apply-payment.ts';
export { askAfterPayments } from './ask-after-payments.ts';
export { cancelOrder } from './cancel-order.ts';
export {
  addToCart,
  adoptCart,
  type Cart,
  type CartItem,
  changeCartLine,
  enterCoupon,
  fillCart,
  findCart,
  findCartItems,
} from './cart.ts';
export { extendHolds } from './extend-holds.ts';
export { findLastDelivery } from './find-last-delivery.ts';
export { findOwnOrders, type OrderKey } from './find-orders.ts';
export { followParcels } from './follow-parcels.ts';
export { getReceipt } from './get-receipt.ts';
export { holdMinutesOf } from './hold.rules.ts';
export { lapseOrders } from './lapse-orders.ts';
export { getParcelOwner, lockParcelWithOrder, type ParcelWithOrder } from './lock-parcel.ts';
export { orderMachine, parcelMachine } from './order.machine.ts';
export { moveOrder, moveParcels, type OrderRow, type ParcelRow } from './order.moves.ts';
export { mayRead, type OrderReader } from './order-access.ts';
export { ordersProofs } from './orders.proofs.ts';
export { payInSandbox } from './pay-in-sandbox.ts';
export { checkPayment, findOfferedProviders, getPaymentReturn, payOrder, startPayment } from './pay-order.ts';
export { type OrderOrigin, type PlacedOrder, placeOrder } from './place-order.ts';
export { priceCart } from './price-cart.ts';
export { receiveProviderNews } from './receive-provider-news.ts';
