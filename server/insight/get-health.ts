import { authorize, type Ctx, outboxLag, rowsOf, sql } from '#server/platform/index.ts';

export type HealthView = {
  asOf: string;
  jobs: { name: string; lastAt: string; dueAt: string; overdue: boolean }[];
  /** News written down and not yet handed on. */
  news: { waiting: number; oldest: string | null };
};

/** Whether recurring work ran when it should, and how much news waits. */
export async function getHealth(ctx: Ctx): Promise<HealthView> {
  authorize(ctx, 'people.manage');
  return {
    asOf: ctx.now.toISOString(),
    jobs: await rowsOf(
      ctx,
      sql`select name, last_at as "lastAt", due_at as "dueAt", due_at < ${ctx.now} as overdue from heartbeat
          order by due_at < ${ctx.now} desc, name`,
    ),
    news: await outboxLag(ctx),
  };
}
