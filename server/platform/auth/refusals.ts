import { isAPIError } from 'better-auth/api';
import { DomainError, type ErrorKind } from '#server/kernel/errors.ts';

const refusals: Record<string, [ErrorKind, string]> = {
  INVALID_EMAIL_OR_PASSWORD: ['invalid', 'people.wrong-password'],
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: ['conflict', 'people.email-taken'],
  // Two sign-ups in the same instant: the second meets the unique index.
  FAILED_TO_CREATE_USER: ['conflict', 'people.email-taken'],
  INVALID_OTP: ['invalid', 'people.wrong-code'],
  OTP_NOT_FOUND: ['invalid', 'people.code-expired'],
  OTP_EXPIRED: ['invalid', 'people.code-expired'],
  TOO_MANY_ATTEMPTS: ['invalid', 'people.code-used-up'],
};

/** Says a refusal of the identity library in our words; what is not a refusal of the person stays a bug. */
export async function translated<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const refusal = isAPIError(error) ? refusals[error.body?.code ?? ''] : undefined;
    if (!refusal) throw error;
    throw new DomainError(...refusal);
  }
}
