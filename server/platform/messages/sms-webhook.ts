import { createHmac } from 'node:crypto';
import type { Ctx } from '../ctx.ts';
import { log } from '../log.ts';
import type { Message, SendAnswer } from './messenger.ts';

export type SmsSettings = { url: string; secret: string; timeoutMs?: number };

const TIMEOUT_MS = 10_000;
/** About us, or about now: a wrong secret, a wrong address, too much at once. The text waits until that is mended. */
const notAboutTheText = new Set([401, 403, 404, 405, 407, 408, 421, 425, 429]);

/**
 * Texts by signed JSON: `{ id, to, language, template, params, text }`. `Idempotency-Key` is the message's id; tried again
 * under it, a provider that keeps keys sends it once. `X-Signature` is `t=<seconds>,v1=<hex of HMAC-SHA256 over
 * "t.body">`.
 */
export function smsWebhook({ url, secret, timeoutMs = TIMEOUT_MS }: SmsSettings) {
  return async function sendSms(ctx: Ctx, message: Message): Promise<SendAnswer> {
    const { id, recipient: to, language, template, params, words: text } = message;
    const body = JSON.stringify({ id, to, language, template, params, text });
    const seconds = Math.floor(ctx.now.getTime() / 1_000);
    const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    const answer = await post(url, timeoutMs, body, {
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': id,
      'x-signature': `t=${seconds},v1=${signature}`,
    });
    if (answer.outcome !== 'sent') log.warn({ messageId: id, reason: answer.reason }, 'a text was not taken');
    return answer;
  };
}

async function post(
  url: string,
  timeoutMs: number,
  body: string,
  headers: Record<string, string>,
): Promise<SendAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers,
      // Led elsewhere, a text with a code in it could come to anybody.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return answerTo(response.status);
  } catch (error) {
    return { outcome: 'failed', reason: `http ${nameOf(error)}` };
  }
}

function answerTo(status: number): SendAnswer {
  if (status >= 200 && status < 300) return { outcome: 'sent' };
  const reason = `http ${status}`;
  return status >= 400 && status < 500 && !notAboutTheText.has(status)
    ? { outcome: 'refused', reason }
    : { outcome: 'failed', reason };
}

/** `TimeoutError`, `ECONNREFUSED`: what went wrong on the way, without what was sent. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'fault';
  const { code } = (error.cause ?? {}) as { code?: string };
  return code ?? error.name;
}
