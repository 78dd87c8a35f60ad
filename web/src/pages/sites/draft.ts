import type { Site, SlackWebhook } from '../../api/gen/client.ts';

export type Webhook = Required<SlackWebhook>;

/** A site while it is being typed: lists and texts as their inputs hold them. */
export type Draft = Readonly<{
  id: string;
  name: string;
  timeZone: string;
  dayRollover: string;
  carryOver: boolean;
  declaration: string;
  entrances: string;
  slackWebhooks: readonly Webhook[];
}>;

export const draftOf = (site: Site | undefined): Draft => ({
  id: site?.id ?? '',
  name: site?.name ?? '',
  timeZone: site?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  dayRollover: site?.dayRollover || '00:00',
  carryOver: site?.carryOver ?? false,
  declaration: site?.declaration?.text ?? '',
  entrances: (site?.entrances ?? []).join('\n'),
  slackWebhooks: (site?.slackWebhooks ?? []).map(({ url, movements, privacy }) => ({
    url,
    movements: movements ?? 'both',
    privacy: privacy ?? 'name',
  })),
});

const isFilled = ({ url }: Webhook): boolean => url.trim() !== '';

/** The place of a webhook in what is sent, where those without an address are left out; -1 of those. */
export const placeOf = (webhooks: readonly Webhook[], index: number): number =>
  webhooks.flatMap((webhook, place) => (isFilled(webhook) ? [place] : [])).indexOf(index);

/** What is sent of a draft. */
export const toSite = ({ name, timeZone, dayRollover, carryOver, declaration, entrances, slackWebhooks }: Draft) => ({
  name,
  timeZone,
  dayRollover,
  carryOver,
  declaration: { text: declaration.trim() },
  entrances: entrances
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
  slackWebhooks: slackWebhooks.filter(isFilled),
});
