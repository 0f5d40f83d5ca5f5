import { AssertionError } from '#server/kernel/errors.ts';

/** Who listens to a story: the command prints it, a test keeps it. */
export type Listener = (line: string) => void;

/** A story told while it is played. Every figure it tells has been checked before. */
export type Story = {
  /** The next step, in Chinese and in English. */
  step(zh: string, en: string): void;
  /** Something seen on the way. */
  seen(line: string): void;
  /** Stops the story when a figure is not what it should be. */
  expect<T>(what: string, found: T, expected: T): void;
};

export function openStory(listener: Listener): Story {
  let steps = 0;
  return {
    step: (zh, en) => {
      steps += 1;
      listener(`${steps}. ${zh}`);
      listener(`   ${en}`);
    },
    seen: (line) => listener(`     ${line}`),
    expect: (what, found, expected) => {
      const [is, should] = [JSON.stringify(found), JSON.stringify(expected)];
      if (is !== should) throw new AssertionError(`${what}: found ${is}, expected ${should}`);
    },
  };
}
