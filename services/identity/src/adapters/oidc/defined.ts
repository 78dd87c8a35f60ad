type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined | null> };

/** Without what is not there. */
export const defined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as Defined<T>;
