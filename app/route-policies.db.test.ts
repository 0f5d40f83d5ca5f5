import { createRequestHandler } from '@remix-run/node';
import { expect, test } from 'vitest';
import { actorOf, anonymousActor, createPersona, inDemo, type RoleName, roles } from '#server/people/index.ts';
import { openAuth } from '#server/platform/auth/index.ts';
import { guardPages } from '#server/platform/http/guarded-pages.ts';
import type { RequestContext } from '#server/platform/http/load-context.ts';
import { type Decision, decide } from '#server/platform/http/route-policy.ts';
import { type Actor, readEnv } from '#server/platform/index.ts';
import { demoMessenger } from '#server/platform/messages/demo-messenger.ts';
import { openWorld, type World } from '#server/testing/index.ts';
import { routePolicies } from './route-policies.ts';
import { buildForTests } from './testing/build-for-tests.ts';

const build = buildForTests();

test('every route has a policy, and every policy a route', () => {
  expect(Object.keys(routePolicies).sort()).toEqual(Object.keys(build.routes).sort());
});

/** An address of a route, with something in place of its parameters that is surely not there. */
function addressOf(id: string, parameter = 'no-such'): string {
  const segments: string[] = [];
  for (let route = build.routes[id]; route; route = route.parentId ? build.routes[route.parentId] : undefined) {
    if (route.path) segments.unshift(...route.path.split('/'));
  }
  return `/${segments.map((segment) => (/^[:*]/.test(segment) ? parameter : segment)).join('/')}`;
}

/** One of everybody: a stranger, and a person of each role where that role is held. Who may do the same stands once. */
async function everybody(world: World): Promise<[string, Actor][]> {
  await world.seller('furong-honey');
  const people: [string, Actor][] = [['stranger', anonymousActor]];
  for (const role of Object.keys(roles) as RoleName[]) {
    const { reach } = roles[role];
    const bounds =
      reach === 'organization' ? { organization: 'furong-honey' } : reach === 'area' ? { area: '350721' } : {};
    const { userId } = await createPersona(world.system(), {
      code: role,
      name: role,
      memberships: [{ role, ...bounds }],
    });
    people.push([role, await actorOf(world.system(), userId, { personas: true })]);
  }
  const mayDo = ([, { kind, grants }]: [string, Actor]) => JSON.stringify([kind, grants]);
  return [...new Map(people.map((person) => [mayDo(person), person])).values()];
}

function pagesOf(world: World, demo: boolean, onBug: (error: unknown) => void = () => undefined) {
  const env = { ...readEnv({ DATABASE_URL: world.url }), demo };
  const auth = openAuth({ orm: world.orm, env, secrets: { session: 's'.repeat(40) }, messenger: demoMessenger });
  const pages = guardPages<RequestContext>({
    routes: build.routes,
    policies: routePolicies,
    demo,
    pages: createRequestHandler({ ...build, entry: { module: { ...build.entry.module, handleError: onBug } } }, 'test'),
  });
  return (request: Request, actor: Actor) =>
    pages(request, {
      orm: world.orm,
      auth,
      env,
      actor: demo ? inDemo(actor) : actor,
      userId: actor.id,
      sessionId: null,
      lang: 'zh-CN',
      theme: null,
      cartId: null,
      cartCount: 0,
      requestId: 'test',
      clientAddress: '203.0.113.7',
      now: () => world.now,
      setCookie: () => undefined,
    });
}

/** What the policies of a route and of every layout around it say together. */
function decisionFor(id: string, actor: Actor, demo: boolean): Decision {
  const route = build.routes[id];
  const around = route?.parentId ? decisionFor(route.parentId, actor, demo) : 'allow';
  const policy = routePolicies[id];
  if (around !== 'allow' || policy === undefined) return around;
  return decide(policy, actor, demo);
}

/** What an answer means for whoever asked. */
function meaningOf(response: Response): string {
  if (response.status === 403) return 'forbid';
  if (response.headers.get('location')?.startsWith('/sign-in?to=')) return 'sign-in';
  return response.status < 500 ? 'allow' : `broken: ${response.status}`;
}

const MINUTE_MS = 60_000;

for (const demo of [true, false]) {
  test(
    `every route answers everybody as its policy says, ${demo ? 'in a demo' : 'for real'}`,
    async () => {
      await using world = await openWorld();
      const ask = pagesOf(world, demo);
      const wrong: string[] = [];

      for (const [name, actor] of await everybody(world)) {
        for (const id of Object.keys(routePolicies)) {
          if (id === 'root' || id === 'routes/refused') continue;
          for (const method of ['GET', 'POST']) {
            const body = method === 'POST' ? new URLSearchParams({ nothing: '' }) : null;
            const response = await ask(new Request(new URL(addressOf(id), 'http://shop'), { method, body }), actor);
            const decision = decisionFor(id, actor, demo);
            // What is only for a demo looks elsewhere like any address that is not there.
            const expected = decision === 'absent' ? 'allow' : decision;
            const meaning = meaningOf(response);
            const isAbsent = decision !== 'absent' || response.status === 404;
            if (meaning !== expected || !isAbsent)
              wrong.push(`${name} ${method} ${id}: ${meaning} ${response.status}, not ${decision}`);
            await response.body?.cancel();
          }
        }
      }

      expect(wrong).toEqual([]);
    },
    3 * MINUTE_MS,
  );
}

const oddParameters = [
  '0',
  '-1',
  '9'.repeat(30),
  'a'.repeat(300),
  '%27%22%3C',
  '%F0%9F%98%80',
  '..%2F..',
  '__proto__',
  'NaN',
  '%20',
];
const oddQuery =
  'q=%27%22%25_%5C&page=-1&page=99999999999999999999&sort=__proto__&to=//x&from=2026-13-45&until=x&county=0&key=%F0%9F%98%80';

/** Bodies no form of ours would send. */
function oddBodies(): { type?: string; body: BodyInit }[] {
  const file = new FormData();
  for (const name of ['name', 'count', 'pack', 'email', 'phone', 'to', 'persona'])
    file.set(name, new File(['x'], 'x.txt'));
  return [
    { type: 'multipart/form-data; boundary=x', body: '--x\r\nbroken' },
    { type: 'application/json', body: '{"a":' },
    { type: 'text/plain', body: 'a=1' },
    { body: file },
    { body: new URLSearchParams({ 'lines[99999999].pack': '1' }) },
    { body: new URLSearchParams({ '__proto__.x': '1' }) },
    { body: new URLSearchParams({ count: '9'.repeat(30), pack: "'", name: '\u0000', to: '//x', persona: '\ud800' }) },
  ];
}

test(
  'nothing that is asked of any route is a bug of ours',
  async () => {
    await using world = await openWorld();
    const bugs: unknown[] = [];
    const ask = pagesOf(world, true, (error) => bugs.push(error));
    const people = (await everybody(world)).map(([, actor]) => actor);
    const grants = people.flatMap((actor) => actor.grants);
    const mighty: Actor = { kind: 'person', id: people.at(-1)?.id ?? null, name: '全', grants };
    const wrong: string[] = [];
    const expectNoBug = async (request: Request) => {
      const response = await ask(request, mighty);
      await response.body?.cancel();
      if (response.status >= 500 && response.status !== 503)
        wrong.push(`${request.method} ${request.url}: ${bugs.at(-1)}`);
    };

    for (const id of Object.keys(routePolicies)) {
      if (id === 'root') continue;
      const hasParameter = addressOf(id, '1') !== addressOf(id, '2');
      for (const parameter of hasParameter ? oddParameters : ['']) {
        await expectNoBug(new Request(`http://shop${addressOf(id, parameter)}?${oddQuery}`));
      }
      for (const { type, body } of oddBodies()) {
        const headers: HeadersInit = type ? { 'content-type': type } : {};
        await expectNoBug(new Request(`http://shop${addressOf(id)}?${oddQuery}`, { method: 'POST', body, headers }));
      }
    }

    expect(wrong).toEqual([]);
  },
  3 * MINUTE_MS,
);
