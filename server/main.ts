import cluster from 'node:cluster';
import { fileURLToPath } from 'node:url';

const NODE_MAJOR = 24;
const REBORN_AFTER_MS = 1_000;

if (Number.parseInt(process.versions.node, 10) < NODE_MAJOR) {
  console.error(`Node ${NODE_MAJOR} is needed, this is ${process.version}. Start it with: npm run up`);
  process.exit(1);
}
// Before anything of React is loaded: it decides once, and the slow half is the default.
process.env.NODE_ENV ||= 'production';

const { log } = await import('#server/platform/log.ts');
const { readWebSettings } = await import('#server/platform/http/web-settings.ts');
const { WEB_PROCESSES } = readWebSettings();

if (cluster.isPrimary && WEB_PROCESSES > 1) superviseSeveral(WEB_PROCESSES);
else await runOne();

async function runOne(): Promise<void> {
  const { openWeb } = await import('#server/web.ts');
  const { serve } = await import('#server/platform/http/serve.ts');
  const { readEnv } = await import('#server/platform/env.ts');
  const env = readEnv();
  let stopping = false;
  const web = await openWeb({
    env,
    clientFolder: fileURLToPath(new URL('../client/', import.meta.url)),
    isStopping: () => stopping,
  });
  const serving = await serve(web.listener, { port: env.PORT, host: env.HOST });
  log.info({ port: serving.port, host: env.HOST, demo: env.demo }, 'serving');

  async function stop(exitCode: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    await serving.stop();
    await web.close();
    process.exit(exitCode);
  }
  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was left to fail by itself'));
  process.on('uncaughtException', (error) => {
    // What is under way is finished; the process is not trusted with more.
    log.fatal({ err: error }, 'uncaught');
    stop(1).catch(() => process.exit(1));
  });
}

/** Several processes on one port, for machines with cores to spare. One that dies is replaced. */
function superviseSeveral(processes: number): void {
  let stopping = false;
  for (let started = 0; started < processes; started += 1) cluster.fork();
  cluster.on('exit', (_worker, code) => {
    if (stopping) return;
    log.error({ code }, 'a web process ended and is replaced');
    setTimeout(() => cluster.fork(), REBORN_AFTER_MS);
  });
  function stop(): void {
    stopping = true;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
  }
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
