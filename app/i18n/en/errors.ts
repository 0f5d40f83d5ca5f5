import type { Translated } from '../translator.ts';
import type { errors as source } from '../zh-CN/errors.ts';
import { api } from './api.ts';
import { form } from './form.ts';

export const errors = {
  unknown: 'This step did not go through. What you typed is kept; please try again in a moment.',
  form,
  api,
  access: {
    denied: 'Your account may not do this, and nothing was changed. Use another account, or ask an administrator.',
    'sign-in-first': 'Please sign in first.',
    'too-many-tries':
      'That was too often. Please wait {seconds, plural, one {# second} other {# seconds}}; what you typed is kept.',
    'no-such-page': 'We did not find this. A letter of the address may be wrong.',
  },
  people: {
    'wrong-password': 'The email or the password is not right. You can also sign in with your phone.',
    'email-taken': 'This email already has an account; please sign in.',
    'wrong-code': 'The code is not right. Please look at the text again.',
    'code-expired': 'This code has run out or was used. Please send a new one.',
    'code-used-up': 'Too many wrong tries: this code no longer holds. Please send a new one.',
    'no-such-user': 'This account is no longer there.',
    'no-such-persona': 'Nobody of that name lives in the sample world. Please choose from the list.',
    'credit-code': 'The social credit code is not right; please compare it with the licence.',
    'organization-taken': 'Another organization has this short name or credit code.',
  },
  places: {
    'county-unknown': 'We did not find this county; please choose one of the ten.',
    'village-unknown': 'We did not find this village; please check its code.',
    'code-invalid': 'The code of a village has 12 digits; please look again.',
    'code-taken': 'This division code is registered already.',
    'region-unknown': 'We did not find this place; please check its division code.',
  },
  households: {
    'bank-card': 'The card number is not right; please compare it with the card.',
    'code-taken': 'A household has this code already; please take another.',
    unknown: 'We did not find this household; please check its code.',
  },
  messages: { 'no-provider': 'Texts cannot be sent just now. Please sign in with email and password.' },
  machine: { 'wrong-state': 'Somebody has just done this already. Please reload to see where it stands.' },
  orders: {
    'cart-empty': 'Your cart is empty. Choose something first.',
    'cart-full': 'A cart holds {max} different things at most. Please order some of them first.',
    'cart-line-gone': 'This is no longer in your cart.',
    'key-reused':
      'This was sent under the number of another order, so it was not placed twice. Please start again from the cart.',
    'no-freight':
      'This seller does not ship to your address yet; your cart is kept. Change the address or take these goods out.',
    'not-payable': 'This order cannot be paid as it stands. Please look at its state.',
    'off-sale': 'One of the goods has just gone off sale; the rest is still in your cart.',
    'pack-unknown': 'We did not find this pack; it may have gone off sale.',
    'parcel-unknown': 'We did not find this parcel.',
    'perishable-far':
      'Fresh goods would spoil on so long a way; this seller ships them nearby only. Change the address or take them out.',
    'perishable-unconfirmed': 'There are fresh goods in it: please tick that they cannot be returned without a reason.',
    'price-changed': 'A price has just changed, and the cart shows the new one. Please look before you order.',
    'region-unknown': 'We did not find this region; please choose it from the list.',
    'tracking-odd':
      'The number {number} does not look like this courier’s; the parcel is not marked as shipped yet and what you typed is kept. Please compare it with the waybill. If it is right, press once more.',
    unknown: 'We did not find this order; please check its number.',
  },
  refunds: {
    'more-than-left':
      'There is not that much left to give back, only {left}. Nothing was refunded; please reload to see how it stands.',
    nothing: 'There is nothing to give back; nothing was changed.',
    'not-paid': 'This order has not been paid, so there is nothing to give back.',
    'line-unknown': 'This parcel holds no such goods. Please reload and look again.',
    'packing-begun':
      'Parcel {parcel} is being packed already, so it can no longer be cancelled or changed; nothing was changed. If something is wrong with it, make a claim when it arrives.',
    'cancelled-already': 'It was cancelled already; the money is on its way back.',
    'only-fewer': 'You can only take fewer here: it is {left} now. For more, please place another order.',
    'other-zone':
      'The new address lies in another freight zone with another price, so it was not changed. Cancel and order again, or choose an address in the same area.',
  },
  fulfilment: {
    'more-than-left': 'Only {left} are left to send. Nothing was sent; please change the number.',
    'nothing-to-ship': 'No pack was chosen, so nothing was sent. Enter at least one.',
    'cancelled-meanwhile':
      'The buyer has just cancelled this parcel. No need to pack it; the goods are back on the shelf.',
    'weigh-first': 'Something sold by weight has not been weighed, so nothing was sent. Weigh it first.',
    'weighed-together':
      'Goods sold by weight were weighed together: they are sent together, or reported short together.',
    'already-weighed': 'It has been weighed; the weight can no longer be changed.',
    'not-packing': 'Start packing first, then weigh.',
    'weighs-too-little':
      'Too light: at least {least} g was promised. Weigh again; if it really is too light, report it short.',
    'weighs-too-much': 'Too heavy: at most {most} g. Weigh again, or take a lighter one.',
  },
  catalog: {
    'code-taken': 'This code is taken already; please choose another.',
    'product-unknown': 'We did not find this product; it may have gone off sale.',
    'catch-weight': 'A pack sold by weight holds one produce that is weighed, and its least is below its most.',
    'below-floor': 'At this price the household and the cooperative would not get what was agreed. Please raise it.',
  },
  promotions: {
    unknown: 'There is no such coupon. Please look at the code again.',
    'not-yet': 'This coupon does not hold yet.',
    over: 'This coupon has run out.',
    'used-up': 'This coupon has been used up.',
    'buyer-used': 'You have used this coupon before. Please remove it in your cart, then order.',
    'out-of-scope': 'Nothing in your cart goes with this coupon.',
    'min-not-reached': 'Buy for {missing} more and this coupon holds.',
    'better-without': 'You pay less without this coupon, so we took the better price.',
    'nothing-off': 'This coupon takes nothing off this cart.',
    'code-taken': 'There is such a code already. Please choose another.',
    'organization-unknown': 'We did not find this organization. Please check its code.',
    'scope-unknown': 'We did not find {code}. Please check it.',
    'already-over': 'The last day has passed. Please choose a later one.',
    'unknown-promotion': 'We did not find this promotion.',
    'wrong-state': 'Somebody has just opened or ended {code}. Please reload the page.',
  },
  payments: {
    unknown: 'We did not find this payment.',
    'not-offered': 'This order cannot be paid that way. Please choose another way to pay.',
    'provider-silent': 'The payment provider did not answer and nothing was charged. Please try again in a while.',
    'provider-refused':
      'The payment provider did not accept this payment and nothing was charged. Please pay another way.',
    'bad-signature': 'This message carries no valid signature and was not used.',
    'amount-differs': 'What came in differs from what was asked for, so it was not booked to the order.',
    'refund-unknown': 'We did not find this refund.',
  },
  ledger: {
    'month-not-over': '{month} is not over yet. It can be closed from the first of the next month.',
    'month-closed': '{month} is closed and stays as it is. To correct something, book it in the current month.',
    'earlier-month-open': 'Months are closed in order, and the next one due is {due}.',
    'books-do-not-hold':
      'The books do not prove right (broken proofs: {proofs}), so the month stays open. Look at the audit page first.',
  },
  stock: {
    'not-enough': 'There is not enough left; your cart is kept. Take fewer, or choose another pack.',
    'over-capacity':
      'This is more than the household was verified for this season, so it was not received. Check the weight, or update the capacity.',
    'certificate-missing': 'This lot still lacks its certificate, so it was not received.',
    'household-unknown': 'We did not find this household; please check its code.',
    'lot-unknown': 'We did not find this lot; please check the code on the label.',
    'produce-unknown': 'We did not find this produce; please check its code.',
    'capacity-below-received':
      'The household has handed over {received} this season; its capacity cannot be less than that.',
    'location-taken': 'This organization has a store at this place already.',
  },
  page: {
    notFound: 'This page is not here',
    notFoundDetail: 'A letter of the address may be wrong, or the batch has sold out and left the shelf.',
    forbidden: 'This page is not for you',
    forbiddenDetail: 'Sign in with an account that may see it, or go back to the start.',
    unavailable: 'Too busy just now',
    unavailableDetail: 'What you typed is kept. Please try again in a minute.',
    broken: 'Something broke on our side',
    brokenDetail: 'It has been noted, and nothing was charged. Please try again later.',
    back: 'Back to the start',
    browse: 'See the produce',
  },
} as const satisfies Translated<typeof source>;
