// Loaded with `node --import`: ends this process when the one that started it has been killed, so that none is left over.
import { readFileSync } from 'node:fs';

const checkMs = 250;

/**
 * Sends ourselves the polite signal once one of the processes above us has changed, which happens only when it died.
 * npm puts a shell between itself and us, and the shell does not notice that npm was killed: then two count.
 */
export function stopWithParent(generations = 1) {
  const line = ancestors(generations);
  const watch = setInterval(() => {
    if (ancestors(generations) !== line) {
      clearInterval(watch);
      process.kill(process.pid, 'SIGTERM');
    }
  }, checkMs);
  watch.unref();
}

function ancestors(generations) {
  return generations === 1 ? `${process.ppid}` : `${process.ppid} ${parentOf(process.ppid)}`;
}

/** Only Linux tells; elsewhere the shell alone is watched. The name in the file may hold spaces and brackets. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return 'unknown';
  }
}

if (process.execArgv.some((argument) => argument.endsWith('tether.mjs'))) {
  stopWithParent();
}
