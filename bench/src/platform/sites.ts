import { Movements, Privacy, RegisterService } from '@guildhall/contracts/register/v1/service';
import { type Bus, client } from '@guildhall/messaging';
import { inTurns } from './in-turns.ts';

/**
 * Adds sites that tell a Slack channel of every movement with the full name. It is noon there, so that no day ends in the
 * middle of a run.
 */
export async function addSites(bus: Bus, ids: readonly string[], webhookOf: (siteId: string) => string): Promise<void> {
  const register = client(bus, RegisterService, { timeoutMs: 10_000 });
  const timeZone = zoneWhereItIsNoon(new Date());
  await inTurns(ids, 16, async (id) => {
    const webhook = { url: webhookOf(id), movements: Movements.BOTH, privacy: Privacy.NAME };
    const site = { id, name: id, timeZone, dayRollover: '00:00', entrances: [], slackWebhooks: [webhook] };
    await register.createSite({ site });
  });
}

/** Adds a site that tells nobody of movements. */
export async function addQuietSite(bus: Bus, id: string): Promise<void> {
  const register = client(bus, RegisterService, { timeoutMs: 10_000 });
  const site = { id, name: id, timeZone: zoneWhereItIsNoon(new Date()), dayRollover: '00:00', entrances: [] };
  await register.createSite({ site });
}

/** An incoming webhook of the sandbox's Slack that posts to `#<channel>`. */
export const webhookOf = (sandboxUrl: string, channel: string): string =>
  new URL(`/slack/services/T0GUILD/B0${channel.toUpperCase()}/bench`, sandboxUrl).toString();

/** The fixed zone in which this hour is the middle of the day. Its name has the sign the other way round. */
export function zoneWhereItIsNoon(now: Date): string {
  const ahead = 12 - now.getUTCHours();
  if (ahead === 0) return 'Etc/GMT';
  return ahead > 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`;
}
