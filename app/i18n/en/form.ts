import type { Translated } from '../translator.ts';
import type { form as source } from '../zh-CN/form.ts';

export const form = {
  required: 'Please fill this in.',
  invalid: 'This does not look right; please check it.',
  'too-short': 'At least {min} characters.',
  'too-long': 'At most {max} characters.',
  'too-small': 'No less than {min}.',
  'too-big': 'No more than {max}.',
  'too-few': 'At least {min, plural, one {# entry} other {# entries}}.',
  'too-many': 'At most {max, plural, one {# entry} other {# entries}}.',
  'not-a-number': 'Please type a number.',
  'not-whole': 'Please type a whole number.',
  amount: 'Please type an amount with at most two decimals, such as 39.90.',
  phone: 'Please type an 11-digit mobile number.',
  email: 'Please type an email address such as name@example.com.',
  code: 'Please type {length} digits.',
  'promotion-code': 'A code has 3 to 32 capitals, digits or hyphens.',
  'promotion-scope': 'Say which goods it is for; for all goods, leave this empty.',
  'promotion-per-buyer':
    'Everybody sees a price without a code, so it cannot be counted per buyer; use a code instead.',
  'promotion-until': 'The last day cannot come before the first.',
  day: 'Please enter a day, such as 2026-06-30.',
  'tax-number':
    'A social credit code has 18 characters, the last one a check character. Please compare it with the licence; a person needs none.',
  'tax-number-of-person':
    'With a tax number it is made out to an organization: please choose that, or take the number away.',
  'tracking-number': "Please type the number on the courier's slip: letters and digits only.",
  choose: 'Please choose one.',
  tick: 'Please tick to confirm.',
  characters: 'It held an invisible character that cannot be kept. We took it out; please check the rest.',
  unreadable: 'The form did not arrive whole. Please go back and send it once more.',
  method: 'This address only takes a form that is sent to it.',
} as const satisfies Translated<typeof source>;
