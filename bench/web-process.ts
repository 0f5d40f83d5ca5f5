import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, requestOf } from './http-client.ts';

export type Running = { port: number; pid: number; rssMiB(): number; stop(): Promise<void> };

const READY_TRIES = 200;

/** The built web process on a port of its own, in production mode, as a visitor would meet it. */
export async function startWeb(url: string, port: number, processes: number): Promise<Running> {
  const child = spawn(process.execPath, ['build/server/main.js'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: url,
      PORT: String(port),
      WEB_PROCESSES: String(processes),
      LOG_LEVEL: 'error',
    },
  });
  for (let turn = 0; turn < READY_TRIES && !(await isReady(port)); turn += 1) await sleep(50);
  return running(child, port);
}

/** The process that shows the limits, told how large a page to send. */
export async function startLimits(bytes: number): Promise<Running> {
  const child = spawn(process.execPath, ['bench/limits-server.ts', String(bytes)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [message] = (await once(child, 'message')) as [{ port: number }];
  return running(child, message.port);
}

function running(child: ChildProcess, port: number): Running {
  const pid = child.pid ?? 0;
  return {
    port,
    pid,
    rssMiB: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function isReady(port: number): Promise<boolean> {
  try {
    const connection = await Connection.open(port);
    const reply = await connection.send(requestOf({ path: '/healthz' }, port));
    connection.close();
    return reply.status === 200;
  } catch {
    return false;
  }
}
