import { type Ctx, log } from '#server/platform/index.ts';

/** The process is dead: nothing it would have done from here on is done. */
export class Crashed extends Error {}

const STEPS_MAX = 500;

/** One run in which the process dies at a chosen step: before a statement, before or after a commit, around a call outside. */
export class Crash {
  readonly #at: number;
  #steps = 0;
  #isDead = false;

  constructor(at: number) {
    this.#at = at;
  }

  get fired(): boolean {
    return this.#isDead;
  }

  /** The same context, whose every statement and commit is a step. */
  ctx(ctx: Ctx): Ctx {
    return { ...ctx, em: this.#watch(ctx.em) };
  }

  /** The same thing, whose methods named are each a step before they are called and one before their answer is heard. */
  outside<T extends object>(thing: T, ...methods: (keyof T)[]): T {
    return new Proxy(thing, {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function' || !methods.includes(name as keyof T)) return value;
        return async (...args: unknown[]) => {
          this.#step();
          const answer = await value.apply(target, args);
          this.#step();
          return answer;
        };
      },
    });
  }

  #step(): void {
    this.#steps += 1;
    if (this.#steps === this.#at) this.#isDead = true;
    if (this.#isDead) throw new Crashed(`the process died at step ${this.#at}`);
  }

  #watch(em: Ctx['em']): Ctx['em'] {
    return new Proxy(em, {
      get: (target, name) => {
        if (name === 'transactional') return this.#transactional(target);
        if (name === 'fork') return (...args: Parameters<Ctx['em']['fork']>) => this.#watch(target.fork(...args));
        if (name === 'getKysely') return () => this.#watchStatements(target.getKysely());
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  #transactional(em: Ctx['em']) {
    return async (work: (em: Ctx['em']) => Promise<unknown>, ...rest: unknown[]) => {
      const done = await (em.transactional as (...args: unknown[]) => Promise<unknown>)(
        async (inner: Ctx['em']) => {
          const result = await work(this.#watch(inner));
          // Everything is written and nothing is committed.
          this.#step();
          return result;
        },
        ...rest,
      );
      // Committed, and nobody has heard of it.
      this.#step();
      return done;
    };
  }

  #watchStatements<T extends object>(kysely: T): T {
    return new Proxy(kysely, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (name === 'getExecutor' && typeof value === 'function') return () => this.#watchExecutor(value.call(target));
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  #watchExecutor<T extends object>(executor: T): T {
    return new Proxy(executor, {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          if (name === 'executeQuery') this.#step();
          return value.apply(target, args);
        };
      },
    });
  }
}

/**
 * Runs a flow again and again, each time on a fresh case, and lets the process die one step later each time, until the
 * flow comes to its end. After each run `afterwards` does what is done after a restart and says whether all is well.
 * Returns at how many steps it died. Nothing of this is in the code that is run.
 */
export async function crashAtEachStep<Case>(
  prepare: () => Promise<Case>,
  flow: (crash: Crash, given: Case) => Promise<unknown>,
  afterwards: (given: Case, step: number) => Promise<void>,
): Promise<number> {
  for (let step = 1; step <= STEPS_MAX; step += 1) {
    const given = await prepare();
    const crash = new Crash(step);
    try {
      await flow(crash, given);
    } catch (error) {
      if (!crash.fired) throw error;
      log.debug({ step }, 'died as asked');
    }
    await afterwards(given, step);
    if (!crash.fired) return step - 1;
  }
  throw new Error(`the flow did not come to its end in ${STEPS_MAX} steps`);
}
