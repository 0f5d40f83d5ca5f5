import { createTransport, type SentMessageInfo } from 'nodemailer';
import type { Language } from '#server/kernel/text.ts';
import type { Ctx } from '../ctx.ts';
import { log } from '../log.ts';
import type { Message, SendAnswer } from './messenger.ts';

export type SmtpSettings = {
  host: string;
  port: number;
  /** TLS from the first byte; without it, from STARTTLS on, and never in the clear. */
  secure: boolean;
  user?: string | undefined;
  password?: string | undefined;
  from: string;
  timeoutMs?: number;
};

const TIMEOUT_MS = 10_000;
const senderNames: Record<Language, string> = { 'zh-CN': '七销', en: 'Qixiao' };

/**
 * Mails by SMTP. A server keeps no idempotency key; the Message-ID is the same however often a mail is tried, and a
 * mailbox that knows it shows it once.
 */
export function smtpMail(settings: SmtpSettings) {
  const { host, port, secure, user, password, from, timeoutMs = TIMEOUT_MS } = settings;
  const transport = createTransport({
    host,
    port,
    secure,
    // A relay on this very machine has nobody in between.
    requireTLS: !secure && !isThisMachine(host),
    ignoreTLS: !secure && isThisMachine(host),
    ...(user && password ? { auth: { user, pass: password } } : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return async function sendMail(_: Ctx, message: Message): Promise<SendAnswer> {
    const sending = transport.sendMail({
      from: { name: senderNames[message.language], address: from },
      to: { name: '', address: message.recipient },
      subject: message.subject ?? '',
      text: message.words,
      messageId: `<${message.id}@${from.split('@')[1]}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.language },
    });
    try {
      await withinTime(sending, 3 * timeoutMs);
      return { outcome: 'sent' };
    } catch (error) {
      return answerOf(error, message.id);
    }
  };
}

/** A server that answers drop by drop never times out by itself. */
async function withinTime(sending: Promise<SentMessageInfo>, mostMs: number): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })), mostMs);
  try {
    await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
    sending.catch(() => undefined);
  }
}

/**
 * A server that says 5xx of this recipient or of this mail means it. Whatever is said before (who we are, a wrong
 * password) is about us, and the mail waits until that is mended. What a server says in words may hold the address.
 */
function answerOf(error: unknown, messageId: string): SendAnswer {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number };
  const reason = `smtp ${responseCode ?? code}`;
  log.warn({ messageId, reason }, 'a mail was not taken');
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return isAboutMail && responseCode !== undefined && responseCode >= 500
    ? { outcome: 'refused', reason }
    : { outcome: 'failed', reason };
}

function isThisMachine(host: string): boolean {
  return ['127.0.0.1', 'localhost', '::1'].includes(host);
}
