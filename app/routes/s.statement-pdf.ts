import type { LoaderFunctionArgs } from '@remix-run/node';
import { pdfResponse } from '#app/documents.server.ts';
import { withCtx } from '#app/request.server.ts';
import { statementKeyOf } from '#app/statement-page.server.ts';
import { getOwnStatement, printStatement } from '#server/statements/index.ts';

/** A household's statement to print, in the reader's language, for whoever has its code. */
export async function loader(args: LoaderFunctionArgs) {
  const statement = await withCtx(args, (ctx) => getOwnStatement(ctx, statementKeyOf(args)));
  const printed = await printStatement(statement, args.context.lang);
  return pdfResponse({ ...printed, plainFileName: `${statement.number}.pdf` });
}
