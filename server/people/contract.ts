import { z } from 'zod';
import type { BusinessDay } from '#server/kernel/calendar.ts';
import {
  chinesePhone,
  codeOfDigits,
  mailAddress,
  PASSWORD_CHARACTERS,
  secretText,
  trimmedText,
} from '#server/kernel/input.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import type { RoleName } from './roles.ts';

export const CODE_DIGITS = 6;

export const SignIn = z.object({ email: mailAddress, password: secretText({ min: 1, max: PASSWORD_CHARACTERS.max }) });
export type SignIn = z.infer<typeof SignIn>;

export const SignUp = z.object({
  name: trimmedText({ max: 40 }),
  email: mailAddress,
  password: secretText(PASSWORD_CHARACTERS),
});
export type SignUp = z.infer<typeof SignUp>;

export const AskForCode = z.object({ phone: chinesePhone });
export type AskForCode = z.infer<typeof AskForCode>;

export const SignInWithCode = z.object({ phone: chinesePhone, code: codeOfDigits(CODE_DIGITS) });
export type SignInWithCode = z.infer<typeof SignInWithCode>;

export const SignInAsPersona = z.object({ persona: trimmedText({ max: 60 }) });
export type SignInAsPersona = z.infer<typeof SignInAsPersona>;

export const RenameSelf = z.object({ name: trimmedText({ max: 40 }) });
export type RenameSelf = z.infer<typeof RenameSelf>;

export type MembershipView = {
  role: RoleName;
  organization: LocalizedText | null;
  area: LocalizedText | null;
  until: BusinessDay | null;
};

export type AccountView = {
  name: string;
  email: string | null;
  maskedPhone: string | null;
  memberships: MembershipView[];
};
