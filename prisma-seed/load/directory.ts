import { assert } from '#server/kernel/errors.ts';

/** What a table's keys became in the database. */
export type Directory = { add(key: string, id: string): void; idOf(key: string): string };

/** Remembers ids by the keys of a table; a key nobody added is a bug. */
export function openDirectory(what: string): Directory {
  const ids = new Map<string, string>();
  return {
    add: (key, id) => void ids.set(key, id),
    idOf: (key) => {
      const id = ids.get(key);
      assert(id, `${what} ${key} was loaded`);
      return id;
    },
  };
}
