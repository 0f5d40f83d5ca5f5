import type { LoaderFunctionArgs } from '@remix-run/node';
import { documentsCsv } from '#app/documents.server.ts';

/** The papers of the list as a table to keep. */
export function loader(args: LoaderFunctionArgs) {
  return documentsCsv(args);
}
