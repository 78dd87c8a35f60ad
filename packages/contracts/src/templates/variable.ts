/** What a variable of a template may be; it travels as text. */
export type Variable =
  | Readonly<{ kind: 'text' } & Traits>
  | Readonly<{ kind: 'integer' } & Traits>
  /** `yes` or nothing. */
  | Readonly<{ kind: 'flag' } & Traits>
  /** An absolute http or https address. */
  | Readonly<{ kind: 'url' } & Traits>
  /** RFC 3339, in UTC. */
  | Readonly<{ kind: 'date-time' } & Traits>
  | Readonly<{ kind: 'one-of'; values: readonly string[] } & Traits>
  /** Lines of text, as a JSON array. */
  | Readonly<{ kind: 'list' } & Traits>;

type Traits = Readonly<{
  /** May be left out, and is empty then. */
  optional?: true;
  /** Must not be readable at rest: it travels sealed, and only services of ours may give it. */
  sealed?: true;
}>;

/** The variables of one template by their names. */
export type Declaration = Readonly<Record<string, Variable>>;

export const text = { kind: 'text' } as const;
export const integer = { kind: 'integer' } as const;
export const flag = { kind: 'flag', optional: true } as const;
export const url = { kind: 'url' } as const;
export const dateTime = { kind: 'date-time' } as const;
export const list = { kind: 'list' } as const;
export const oneOf = <const Values extends readonly string[]>(...values: Values) =>
  ({ kind: 'one-of', values }) as const;
export const optional = <const V extends Variable>(variable: V) => ({ ...variable, optional: true }) as const;
export const sealed = <const V extends Variable>(variable: V) => ({ ...variable, sealed: true }) as const;

/** What an asking service gives for a variable. */
export type ValueOf<V> = V extends { kind: 'one-of'; values: readonly (infer Word)[] }
  ? Word
  : V extends { kind: infer Kind extends keyof Values }
    ? Values[Kind]
    : never;

type Values = {
  text: string;
  integer: number;
  flag: boolean;
  url: string;
  'date-time': Date;
  list: readonly string[];
};

/** As it travels. */
export function encode(value: string | number | boolean | Date | readonly string[]): string {
  if (typeof value === 'boolean') return value ? 'yes' : '';
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? JSON.stringify(value) : String(value);
}
