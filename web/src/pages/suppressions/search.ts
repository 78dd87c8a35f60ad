import { asText } from '../../routes/search.ts';

export const shownChannels = ['email', 'sms', 'push'] as const;
export type ShownChannel = (typeof shownChannels)[number];

/** Which addresses are looked for, as it stands in the address of the page. */
export type SuppressionSearch = Readonly<{ to?: string; channel?: ShownChannel }>;

export function suppressionSearch(search: Record<string, unknown>): SuppressionSearch {
  const to = asText(search['to']);
  const channel = shownChannels.find((one) => one === search['channel']);
  return { ...(to && { to: withPlus(to) }), ...(channel && { channel }) };
}

// A number that stood in an address has lost its plus sign.
const withPlus = (to: string): string => (/^[1-9]\d{6,14}$/.test(to) ? `+${to}` : to);
