// Loaded with `node --import`: ends this process when the one that started it has been killed, so that none is left over.
const checkMs = 250;

/** Sends ourselves the polite signal once our parent has changed, which happens only when it died. */
export function stopWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(watch);
      process.kill(process.pid, 'SIGTERM');
    }
  }, checkMs);
  watch.unref();
}

if (process.execArgv.some((argument) => argument.endsWith('tether.mjs'))) {
  stopWithParent();
}
