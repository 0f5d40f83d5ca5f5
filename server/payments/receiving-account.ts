import type { Env } from '#server/platform/index.ts';

/** The account buyers transfer to. A demo has one that no bank has, and says so. */
export type ReceivingAccount = { holder: string; bank: string; number: string; sample: boolean };

const sampleAccount: ReceivingAccount = {
  holder: '七销（演示）',
  bank: '示例银行南平分行',
  number: '0000 0000 0000 0000',
  sample: true,
};

/** Our own account as the environment names it; null where transfers are not taken. */
export function receivingAccountOf(env: Env): ReceivingAccount | null {
  const { BANK_ACCOUNT_HOLDER: holder, BANK_ACCOUNT_BANK: bank, BANK_ACCOUNT_NUMBER: number } = env;
  if (holder && bank && number) return { holder, bank, number, sample: false };
  return env.demo ? sampleAccount : null;
}
