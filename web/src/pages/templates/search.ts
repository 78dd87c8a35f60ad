import { text } from '../../routes/search.ts';

/** What is looked at, in the address, so that it can be linked. */
export type TemplateSearch = Readonly<{ key?: string; channel?: string; locale?: string; sample?: string }>;

const names = ['key', 'channel', 'locale', 'sample'] as const;

export const templateSearch = (search: Record<string, unknown>): TemplateSearch =>
  Object.fromEntries(names.flatMap((name) => (text(search[name]) ? [[name, text(search[name])]] : [])));
