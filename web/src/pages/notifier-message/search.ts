import type { ListMessagesRequest } from '@guildhall/client';

const texts = [
  'channel',
  'state',
  'to',
  'personId',
  'template',
  'category',
  'lane',
  'sender',
  'reference',
  'from',
  'until',
] as const;
export type SearchKey = (typeof texts)[number];

/** Which messages are looked for, as it stands in the address. */
export type MessageSearch = Readonly<Partial<Record<SearchKey, string>>>;

/** What of an address is a search; digits are read as a number, and are text here. */
export const messageSearch = (search: Record<string, unknown>): MessageSearch =>
  Object.fromEntries(
    texts.flatMap((key) => {
      const value = typeof search[key] === 'number' ? String(search[key]) : search[key];
      return typeof value === 'string' && value ? [[key, value]] : [];
    }),
  );

/** The same for the platform; days are those of the reader. */
export function requestOf({ from, until, ...search }: MessageSearch): ListMessagesRequest {
  const days = { ...momentOf('from', from, 0), ...momentOf('until', until, 1) };
  return { ...search, ...days } as ListMessagesRequest;
}

function momentOf(
  name: 'from' | 'until',
  day: string | undefined,
  daysLater: number,
): Readonly<Record<string, string>> {
  const [year = 0, month = 1, date = 1] = /^\d{4}-\d\d-\d\d$/.test(day ?? '') ? day!.split('-').map(Number) : [];
  return year ? { [name]: new Date(year, month - 1, date + daysLater).toISOString() } : {};
}
