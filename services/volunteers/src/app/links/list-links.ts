import type { Handler } from '@guildhall/kernel';
import type { InviteLink } from '../../domain/invite-link.ts';
import type { Links } from '../ports.ts';
import type { VolunteerReadings } from '../volunteers/readings.ts';

export type LinkList = Readonly<{ links: readonly InviteLink[]; waiting: number }>;

type Deps = Readonly<{ links: Links; readings: Pick<VolunteerReadings, 'countWaitingForLink'> }>;

/** All links, the latest first, and how many people wait for one. */
export const listLinksHandler =
  ({ links, readings }: Deps): Handler<void, LinkList> =>
  async () => {
    const all = await links.all();
    return { links: all.filter(({ status }) => status !== 'coming'), waiting: await readings.countWaitingForLink() };
  };
