import { entities } from '#server/entities.ts';
import { anonymousActor, findPersonas, inDemo } from '#server/people/index.ts';
import { openCtx, openOrm, readEnv } from '#server/platform/index.ts';

const env = readEnv();
const orm = await openOrm({ url: env.DATABASE_URL, entities, poolMax: 1 });
const personas = env.demo ? await findPersonas(openCtx(orm, inDemo(anonymousActor), new Date())) : [];
for (const { code, name, held } of personas) {
  const work = held.map(({ role, organization, area }) =>
    [role, (organization ?? area)?.['zh-CN']].filter(Boolean).join(' '),
  );
  console.log(`  ${code.padEnd(24)} ${name}  ${work.join(', ') || 'shopper'}`);
}
await orm.close();
