/** The parts of one channel in one language, each a template. */
export type Words = Readonly<Record<string, string>>;

export type ChannelSource = Readonly<{
  /** What a message has to bring. */
  variables: readonly string[];
  /** Those of them that hold several texts, as a JSON array. */
  lists: readonly string[];
  words: Readonly<Record<string, Words>>;
}>;

/** One template as the build found it. */
export type TemplateSource = Readonly<{
  category: string;
  /** Who is sent it and when, by language. */
  about: Words;
  samples: Readonly<Record<string, Readonly<Record<string, string>>>>;
  channels: Readonly<Record<string, ChannelSource>>;
}>;

export type Sources = Readonly<Record<string, TemplateSource>>;
