import { dueItems } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { probeConnectionHandler } from '../app/systems/probe-connection.ts';
import { ageLinkHandler } from '../app/links/age-link.ts';
import type { Running } from './parts.ts';
import type { Settings } from '../config.ts';

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Tries stopped connections again, and warns of links that come to their end. */
export async function keepConnections({ life, log, clock }: Process<Settings>, parts: Running): Promise<void> {
  const report = (error: unknown, id: string): void => log.error({ error, id }, 'what is due could not be done');
  const probe = probeConnectionHandler(parts);
  const probes = dueItems({ of: parts.kept.connections, clock, handle: probe, report });
  await life.hold('connections due', probes, close);
  const links = dueItems({ of: parts.kept.links, clock, handle: ageLinkHandler(parts), report });
  await life.hold('links due', links, close);
  const nudge = (): void => {
    probes.nudge();
    links.nudge();
  };
  await life.hold('connections clock', clock.onMove(nudge), (stop) => stop());
}
