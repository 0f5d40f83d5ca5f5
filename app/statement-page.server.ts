import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { StatementKey } from '#server/statements/index.ts';

/** The code in an address, with where it was asked from: wrong ones are counted. */
export function statementKeyOf({ params, context }: LoaderFunctionArgs | ActionFunctionArgs): StatementKey {
  return { accessCode: params.code ?? '', from: context.clientAddress };
}
