import { type Delivery, newId, type Sealer, sealer } from '@guildhall/messaging';
import type { Process } from '@guildhall/runtime';
import { auditModel, auditTrail } from '../adapters/mongo/audit.repository.ts';
import { peopleCopy } from '../adapters/mongo/people.repository.ts';
import { volunteerPages } from '../adapters/mongo/volunteer.pages.ts';
import { mailMessages } from '../adapters/nats/mail.messages.ts';
import { openSystems } from '../adapters/systems/open-systems.ts';
import { reservePlaceOn } from '../app/links/reserve-place.ts';
import { callingSystems } from '../app/systems/calling.ts';
import { flagChannelIn, locateChannelIn } from '../app/systems/locate-channel.ts';
import type { Settings } from '../config.ts';
import { orgDays } from '../domain/org-day.ts';
import { openStored } from './stored.ts';

type Volunteering = Process<Settings>;

/** What everything else is made of. */
export async function openParts(process: Volunteering) {
  const { settings, clock, life, log, store } = process;
  const sealing = sealer(settings.SEALING_KEY);
  const { policy, warnings } = decisionsOf(settings);
  const stored = await openStored(process, { mails: mailsOf(settings, sealing), sealer: sealing, warnings });
  const alert = (provider: string, reason: string): void =>
    log.error({ provider, reason }, 'provider refuses our account');
  const systems = openSystems({ settings, ...stored, sealer: sealing, alert });
  await life.hold('systems', systems, (held) => held.close());
  const audits = auditModel(store.connection);
  await audits.createIndexes();
  const grounds = { books: stored.books, policy, days: orgDays(settings.ORG_TZ), clock };
  return {
    ...stored,
    ...systems,
    ...grounds,
    warnings,
    sealer: sealing,
    newId,
    people: await peopleCopy(store.connection),
    audits: auditTrail(audits),
    pages: volunteerPages(stored.kept.volunteers),
    call: callingSystems({ connections: stored.connections, clock }),
    locate: locateChannelIn({ ...stored, connectorOf: systems.connectorOf, clock }),
    flag: flagChannelIn({ ...stored, connectorOf: systems.connectorOf, clock }),
    reservePlace: reservePlaceOn({ links: stored.links, warnings, clock }),
  };
}

const decisionsOf = (settings: Settings) => ({
  warnings: {
    parts: settings.INVITE_LINK_WARN.map((percent) => percent / 100),
    days: settings.INVITE_LINK_WARN_DAYS,
  },
  policy: {
    reminderDays: settings.INVITE_REMINDER_DAYS,
    giveUpDays: settings.INVITE_GIVE_UP_DAYS,
    retentionDays: settings.LEFT_RETENTION_DAYS,
  },
});

const mailsOf = (settings: Settings, sealing: Sealer) =>
  mailMessages({
    sealer: sealing,
    contactEmail: settings.CONTACT_EMAIL ?? '',
    coordinatorName: settings.COORDINATOR_NAME,
    volunteersUrl: `${settings.PUBLIC_URL.replace(/\/$/, '')}/volunteers`,
    ...(settings.BCC_ADDRESS !== undefined && { copyTo: settings.BCC_ADDRESS }),
  });

export type Parts = Awaited<ReturnType<typeof openParts>>;

export type Running = Parts & Readonly<{ advance: (id: string) => Promise<void>; nudge: () => void }>;

export const reporter =
  ({ log }: Pick<Volunteering, 'log'>) =>
  (error: unknown, { subject }: Delivery): void =>
    log.warn({ error, subject }, 'a fact failed');
