import type { Template } from '@guildhall/client';
import type { TemplateSearch } from './search.ts';

/** What is shown: each choice that the template at hand does not have falls back to its first. */
export function chosenOf(templates: readonly Template[], search: TemplateSearch, language: string) {
  const template = templates.find(({ key }) => key === search.key) ?? templates[0];
  if (!template) return undefined;
  const channel = template.channels.find((one) => one === search.channel) ?? template.channels[0];
  const wanted = search.locale ?? language;
  const locale = template.locales.find((one) => one === wanted) ?? template.locales[0] ?? '';
  const sample = template.samples.find((one) => one === search.sample) ?? template.samples[0] ?? '';
  return channel && { template, channel, locale, sample };
}

export type Chosen = NonNullable<ReturnType<typeof chosenOf>>;
