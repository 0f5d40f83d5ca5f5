import { pino } from 'pino';

/** One structured line per event on standard output. Never log a name, phone, card or address. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['*.phone', '*.name', '*.bankCard', 'req.headers.cookie', 'req.headers.authorization'],
});
