import { explainError, explainRefusal } from '#app/components/form/explain.ts';
import { translatorFor } from '#app/i18n/translator.ts';
import { DomainError, type ErrorParams, httpStatusOf } from '#server/kernel/errors.ts';
import type { Language } from '#server/kernel/text.ts';

/** What is wrong with one value of a request: `form.too-long?max=80`, and where it stands. */
export type FieldTrouble = { path: string; issue: string };

/** A no that comes from the way a request is made, with the status HTTP has for it. The trade's own is a DomainError. */
export class RequestRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: ErrorParams;
  readonly fields: readonly FieldTrouble[];
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    {
      params = {},
      fields = [],
      headers = {},
    }: { params?: ErrorParams; fields?: readonly FieldTrouble[]; headers?: Record<string, string> } = {},
  ) {
    super(code);
    this.name = 'RequestRefusal';
    this.status = status;
    this.code = code;
    this.params = params;
    this.fields = fields;
    this.headers = headers;
  }
}

/** The answer to a refusal, in the reader's language; null for anything that is no refusal. */
export function refusalResponse(error: unknown, language: Language): Response | null {
  if (error instanceof RequestRefusal) {
    return response(error.status, error, language, error.headers);
  }
  if (error instanceof DomainError) {
    const wait = error.kind === 'throttled' ? { 'retry-after': String(error.params.seconds ?? 60) } : {};
    return response(httpStatusOf[error.kind], error, language, wait);
  }
  if (isUnstorable(error)) return response(404, { code: 'access.no-such-page', params: {} }, language);
  return null;
}

type Refused = { code: string; params: ErrorParams; fields?: readonly FieldTrouble[] };

function response(
  status: number,
  { code, params, fields = [] }: Refused,
  language: Language,
  headers: Record<string, string> = {},
): Response {
  const t = translatorFor(language);
  const error = {
    code,
    message: explainRefusal(t, { code, params }),
    params,
    ...(fields.length > 0 && {
      fields: fields.map(({ path, issue }) => ({
        path,
        code: issue.split('?')[0] ?? issue,
        message: explainError(t, issue),
      })),
    }),
  };
  return Response.json({ error }, { status, headers: { 'content-language': language, ...headers } });
}

const unstorableStates = new Set(['22P02', '22021', '22003', '22P05', '22007', '22008']);

/** A value no column holds: nothing is to be found under it. */
function isUnstorable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && unstorableStates.has(String(error.code));
}
