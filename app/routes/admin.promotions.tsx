import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PromotionsDesk } from '#app/components/workspaces/promotions-desk.tsx';
import { pageIn } from '#app/components/workspaces/wish.ts';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { DraftPromotion } from '#server/promotions/contract.ts';
import { draftPromotion, findPromotions } from '#server/promotions/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'promotions.desk.title');

export async function loader(args: LoaderFunctionArgs) {
  const page = pageIn(new URL(args.request.url).searchParams);
  return { list: await withCtx(args, (ctx) => findPromotions(ctx, { page })) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, DraftPromotion, async (ctx, input) => {
    await draftPromotion(ctx, input);
    return redirectWithToast(args, '/admin/promotions', 'promotions.desk.drafted');
  });
}

export default function PromotionsPage() {
  const { list } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <PromotionsDesk list={list} sent={sent} page="/admin/promotions" />;
}
