import type { Translator } from '#app/i18n/translator.ts';

/** What recurring work is called; its own name when it has no other. Sentences cannot have dots in their keys. */
export function jobName(t: Translator, name: string): string {
  const key = `workspaces.admin.jobs.${name.replaceAll('.', ' ')}`;
  return t.has(key) ? t(key) : name;
}
