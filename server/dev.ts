import { createServer as createViteServer } from 'vite';
import type { openWork } from '#server/open-work.ts';
import { readEnv } from '#server/platform/env.ts';
import { serve } from '#server/platform/http/serve.ts';
import type { Worker } from '#server/platform/jobs/index.ts';
import { log } from '#server/platform/log.ts';
import type { openWeb, Web } from '#server/web.ts';

type WebModule = { openWeb: typeof openWeb };
type WorkModule = { openWork: typeof openWork };

/**
 * Pages, server and worker for who changes them. Everything is loaded through Vite as one graph, as the build does it:
 * when a file changes the whole is opened anew at the next request, so entity classes are never there twice.
 */
process.env.NODE_ENV ||= 'development';
const env = readEnv();
const vite = await createViteServer({
  server: { middlewareMode: true },
  appType: 'custom',
  // Its browser half is not installed, and no browser needs it.
  optimizeDeps: { exclude: ['@node-rs/jieba'] },
});

let opened: { module: WebModule; web: Promise<Web> } | null = null;
let working: { module: WorkModule; worker: Promise<Worker> } | null = null;

/** Vite hands out the same module until something it stands on changes. */
async function currentWeb(): Promise<Web> {
  const module = (await vite.ssrLoadModule('/server/web.ts')) as WebModule;
  if (opened?.module === module) return opened.web;
  const former = opened;
  const web = module.openWeb({ env, clientFolder: null, isStopping: () => false });
  opened = { module, web };
  web.catch(() => {
    if (opened?.web === web) opened = null;
  });
  await former?.web
    .then((old) => old.close())
    .catch((error) => log.warn({ err: error }, 'the former server did not close'));
  return web;
}

async function renewWorker(): Promise<void> {
  const module = (await vite.ssrLoadModule('/server/open-work.ts')) as WorkModule;
  if (working?.module === module) return;
  const former = working;
  const worker = former
    ? former.worker.then((old) => old.stop()).then(() => module.openWork(env))
    : module.openWork(env);
  working = { module, worker };
  await worker;
}

function workOn(): void {
  renewWorker().catch((error) => log.error({ err: error }, 'the worker could not be opened'));
}

const serving = await serve(
  (incoming, outgoing) => {
    vite.middlewares(incoming, outgoing, () => {
      currentWeb()
        .then((web) => web.listener(incoming, outgoing))
        .catch((error: Error) => {
          vite.ssrFixStacktrace(error);
          log.error({ err: error }, 'the server could not be opened');
          outgoing.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(error.stack);
        });
    });
  },
  { port: env.PORT, host: env.HOST },
);
vite.watcher.on('change', (file) => {
  if (file.includes('/server/')) workOn();
});
workOn();
log.info({ port: serving.port }, 'developing');

async function stop(): Promise<void> {
  await serving.stop();
  await Promise.allSettled([opened?.web.then((web) => web.close()), working?.worker.then((worker) => worker.stop())]);
  await vite.close();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
