/** Chooses one of so many, from 0. */
export type Choose = (below: number) => number;

/** The same choices for the same seed. */
export function chooser(seed: number): Choose {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Waiting = Readonly<{ owner: object; go: () => void }>;

/** Lets what waits go on one after the other, in an order that somebody chooses; what a killed owner does never goes on. */
export function turnsBy(choose: Choose) {
  let waiting: readonly Waiting[] = [];
  return {
    /** Waits for its turn. */
    pause: (owner: object): Promise<void> =>
      new Promise((go) => {
        waiting = [...waiting, { owner, go }];
      }),
    kill: (owner: object): void => void (waiting = waiting.filter((one) => one.owner !== owner)),
    isQuiet: (): boolean => waiting.length === 0,
    /** One goes on, as far as to where it waits again. */
    next: async (): Promise<void> => {
      const chosen = waiting[choose(Math.max(1, waiting.length))];
      waiting = waiting.filter((one) => one !== chosen);
      chosen?.go();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

export type Turns = ReturnType<typeof turnsBy>;

type Pauses = Readonly<{ before: () => Promise<void>; after: () => Promise<void> }>;

/** A port whose answers take their time: whatever it does, somebody else may come in between. */
export const slowed = <Port extends object>(port: Port, { before, after }: Pauses, immediate: readonly string[] = []) =>
  new Proxy(port, {
    get: (target, name): unknown => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function' || immediate.includes(String(name))) return value;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        await before();
        try {
          return await (Reflect.apply(value, target, args) as Promise<unknown>);
        } finally {
          await after();
        }
      };
    },
  });
