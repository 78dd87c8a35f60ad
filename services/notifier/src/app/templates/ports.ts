import type { Category, Channel } from '../../domain/message.ts';
import type { Content } from '../ports.ts';

type Texts = Readonly<Record<string, string>>;

export type ListedTemplate = Readonly<{
  key: string;
  category: Category;
  /** Who is sent it and when, by language. */
  about: Texts;
  channels: readonly Channel[];
  locales: readonly string[];
  samples: readonly string[];
  variables: readonly string[];
}>;

/** Which words: of which template, on which channel, for a reader of which language, filled with which sample. */
export type Shown = Readonly<{
  key: string;
  channel: Channel;
  /** The organisation's when absent. */
  locale?: string;
  /** The first one when absent. */
  sample?: string;
}>;

export type Preview = Readonly<{
  content: Content;
  variables: Texts;
  bytes: number;
  /** Of a text message. */
  charged?: Readonly<{ segments: number; encoding: string }>;
}>;

/** The templates on show. */
export interface Gallery {
  list(): readonly ListedTemplate[];
  /** Throws `not-found` where there is no such template, channel or sample. */
  preview(shown: Shown): Preview;
}
