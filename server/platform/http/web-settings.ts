import { z } from 'zod';

const WebSettings = z.object({
  /** Web processes that share the port. One per core where the machine serves nothing else. */
  WEB_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  PAGE_CACHE_MB: z.coerce.number().int().min(0).max(4_096).default(64),
  /** Lets a Prometheus server elsewhere read /metrics; without it only this machine may. */
  METRICS_TOKEN: z.string().min(16).optional(),
});

/** Settings only the web process reads. */
export type WebSettings = z.infer<typeof WebSettings>;

export function readWebSettings(source: Record<string, string | undefined> = process.env): WebSettings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  return WebSettings.parse(given);
}
