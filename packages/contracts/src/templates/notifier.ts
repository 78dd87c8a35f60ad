import { integer, list, optional, url } from './variable.ts';

// What the notifier writes to people of its own accord.

export const notifierTemplates = {
  gathered: { count: integer, lines: list, more: optional(integer) },
  'test-message': { pageUrl: url },
} as const;
