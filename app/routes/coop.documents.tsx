import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DocumentsDesk } from '#app/components/documents/documents-desk.tsx';
import { wishIn } from '#app/components/documents/documents-wish.ts';
import { pageIn } from '#app/components/workspaces/wish.ts';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findDocuments } from '#server/documents/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'documents.desk.title');

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const wish = wishIn(searchParams);
  return { wish, list: await withCtx(args, (ctx) => findDocuments(ctx, { ...wish, page: pageIn(searchParams) })) };
}

export default function SellerDocumentsPage() {
  const { wish, list } = useLoaderData<typeof loader>();
  return <DocumentsDesk list={list} wish={wish} page="/coop/documents" />;
}
