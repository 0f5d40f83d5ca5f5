/** The machine will not let us start. The message is one sentence for the person at the terminal; no stack belongs to it. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** Turns what a file system says (disk full, no rights, read-only) into a sentence about the folder. */
export function folderRefusal(folder: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Refusal(`There is no space left for ${folder}: free some disk space, or set DATA_DIR to a larger disk.`);
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return new Refusal(
      `${folder} cannot be written (${code}): start as the user who owns it, or set DATA_DIR elsewhere.`,
    );
  }
  return error;
}
