import { createServer } from 'node:net';
import { Refusal } from './refusal.ts';

const firstPort = 54_320;
const portCount = 80;

/** Ports to try, best first: the wanted one, the one used last time, then our own range. */
export function portsToTry(wanted: number | undefined, remembered: number | undefined): number[] {
  const range = Array.from({ length: portCount }, (_, index) => firstPort + index);
  return [...new Set([wanted, remembered, ...range])].filter((port) => port !== undefined);
}

/** Whether we could listen there now. Not being allowed to is told at once: another port would only hide the mistake. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EACCES') {
        reject(new Refusal(`Port ${port} may not be used by this user: choose one above 1023.`));
      } else if (error.code === 'EADDRINUSE') {
        resolve(false);
      } else {
        reject(new Refusal(`It is not possible to listen on ${host} port ${port} (${error.code}).`));
      }
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A port out of the environment, or undefined when it is not set. */
export function portFrom(name: string, text: string | undefined): number | undefined {
  if (text === undefined || text === '') {
    return undefined;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`${name} must be a port between 1 and 65535, not "${text}".`);
  }
  return port;
}
