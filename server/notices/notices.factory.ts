import { type Delivered, takeNews, transact } from '#server/platform/index.ts';
import type { World } from '#server/testing/index.ts';
import { hearNews, noticeTopics } from './hear-news.ts';
import type { Channels } from './tell.ts';

export const aPost = { demo: true, siteUrl: 'https://qixiao.cn' };
const both: Channels = { carries: () => true };

/** Tells all news that waits, as the relay and its listeners would, and returns it to be told again. */
export async function tellNews(world: World, { post = aPost, channels = both } = {}): Promise<Delivered[]> {
  const news = (await transact(world.system(), (tx) => takeNews(tx, 1_000))).sort((one, other) => one.id - other.id);
  for (const piece of news) await tellAgain(world, piece, { post, channels });
  return news;
}

export async function tellAgain(world: World, news: Delivered, { post = aPost, channels = both } = {}): Promise<void> {
  if (noticeTopics.includes(news.topic)) await hearNews(world.system(), news, post, channels);
}
