/** The 31 characters of a social credit code: no I, O, S, V, Z. */
const CREDIT_CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character of the first 17 of a unified social credit code (统一社会信用代码, GB 32100), or null for a foreign character. */
export function socialCreditCheckDigit(first17: string): string | null {
  if (first17.length !== CREDIT_CODE_WEIGHTS.length) return null;
  let sum = 0;
  for (const [index, weight] of CREDIT_CODE_WEIGHTS.entries()) {
    const value = CREDIT_CODE_CHARACTERS.indexOf(first17.charAt(index));
    if (value < 0) return null;
    sum += value * weight;
  }
  return CREDIT_CODE_CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/** Whether a text is an 18-character social credit code with the right check character. Lower case is not accepted. */
export function isSocialCreditCode(text: string): boolean {
  return text.length === 18 && socialCreditCheckDigit(text.slice(0, 17)) === text.charAt(17);
}

/** The digit that makes a number pass the Luhn test, by which a bank card number shows a slip of the finger. */
export function luhnCheckDigit(digits: string): string {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Whether a text can be a bank card number: 16 to 19 digits that pass the Luhn test. */
export function isBankCardNumber(text: string): boolean {
  return /^\d{16,19}$/.test(text) && luhnCheckDigit(text.slice(0, -1)) === text.at(-1);
}
