/** What a request says, before anybody knows what it means. */
export type Said = Readonly<{
  /** The texts of the path's variables, in their order. */
  path: readonly string[];
  query: ReadonlyMap<string, readonly string[]>;
  /** Parsed JSON, or the message of a raw body; undefined when there is none. */
  body: unknown;
  /** The header; undefined when there is none. */
  ifMatch?: string | undefined;
}>;
