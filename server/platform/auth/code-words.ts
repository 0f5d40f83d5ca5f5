import type { Language } from '#server/kernel/text.ts';

type Code = { code: string; minutes: number };

/** The text that brings a code. It is said in the language of the page it was asked for on. */
export const codeWords: Record<Language, (values: Code) => string> = {
  'zh-CN': ({ code, minutes }) => `【七销】验证码 ${code}，${minutes} 分钟内有效。不要告诉任何人，我们也不会问你。`,
  en: ({ code, minutes }) =>
    `Qixiao: your code is ${code}. It holds for ${minutes} minutes. Tell nobody; we will never ask for it.`,
};
