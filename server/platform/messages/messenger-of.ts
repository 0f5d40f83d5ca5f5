import type { Env } from '../env.ts';
import { demoMessenger } from './demo-messenger.ts';
import type { Messenger } from './messenger.ts';
import { nobodySends } from './nobody-sends.ts';
import { smsWebhook } from './sms-webhook.ts';
import { smtpMail } from './smtp-mail.ts';

const SMTPS_PORT = 465;
const SUBMISSION_PORT = 587;

export type MessengerSettings = Pick<
  Env,
  | 'demo'
  | 'SMTP_HOST'
  | 'SMTP_PORT'
  | 'SMTP_SECURE'
  | 'SMTP_USER'
  | 'SMTP_PASSWORD'
  | 'MAIL_FROM'
  | 'SMS_URL'
  | 'SMS_SECRET'
>;

/**
 * The messenger of this installation: what it has the settings for. From a demo nothing leaves, whatever is set. A
 * provider that is none of these is added here.
 */
export function messengerOf(env: MessengerSettings): Messenger {
  if (env.demo) return demoMessenger;
  const sendMail = mailOf(env);
  const sendSms = env.SMS_URL && env.SMS_SECRET ? smsWebhook({ url: env.SMS_URL, secret: env.SMS_SECRET }) : null;
  return {
    carries: (channel) => (channel === 'mail' ? sendMail : sendSms) !== null,
    sendMail: sendMail ?? nobodySends,
    sendSms: sendSms ?? nobodySends,
  };
}

function mailOf({ SMTP_HOST: host, MAIL_FROM: from, ...env }: MessengerSettings): Messenger['sendMail'] | null {
  if (!host || !from) return null;
  const secure = env.SMTP_SECURE === 'on';
  const port = env.SMTP_PORT ?? (secure ? SMTPS_PORT : SUBMISSION_PORT);
  return smtpMail({ host, port, secure, user: env.SMTP_USER, password: env.SMTP_PASSWORD, from });
}
