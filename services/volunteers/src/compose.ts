import type { DescMethod } from '@bufbuild/protobuf';
import { VolunteerService } from '@guildhall/contracts/volunteers/v1/service';
import { serve } from '@guildhall/messaging';
import { dueItems } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { volunteerService } from './adapters/nats/volunteer.service.ts';
import { advanceVolunteerHandler } from './app/onboarding/advance-volunteer.ts';
import { serveAccess } from './compose/access.ts';
import { serveActivities } from './compose/activities.ts';
import { keepConnections } from './compose/connections.ts';
import { followFacts } from './compose/follow-facts.ts';
import { serveGovernance } from './compose/governance.ts';
import { serveImports } from './compose/imports.ts';
import { openParts } from './compose/parts.ts';
import { serveRules } from './compose/rules.ts';
import { volunteerHandlers } from './compose/volunteers.ts';
import type { Settings } from './config.ts';

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Puts adapters behind ports and starts what runs; everything is let go of in reverse order. */
export async function compose(process: Process<Settings>): Promise<void> {
  const { clock, life, log, bus } = process;
  const parts = await openParts(process);
  const { kept } = parts;
  const advance = advanceVolunteerHandler({ ...parts, random: Math.random });
  const report = (error: unknown, volunteerId: string): void =>
    log.error({ error, volunteerId }, 'a volunteer could not be advanced');
  const due = await life.hold(
    'due volunteers',
    dueItems({ of: kept.volunteers, clock, handle: advance, report }),
    close,
  );
  await life.hold('clock moves', clock.onMove(due.nudge), (stop) => stop());
  const running = { ...parts, advance, nudge: due.nudge };
  await keepConnections(process, running);
  await followFacts(process, running);
  await serveAccess(process, running);
  const handlers = volunteerHandlers(process, running);
  const reportCall = (error: unknown, method: DescMethod): void => log.error({ error, method: method.name }, 'method');
  await life.hold('methods', serve(bus, VolunteerService, volunteerService(handlers), { report: reportCall }), close);
  await serveRules(process, running);
  await serveImports(process, running);
  await serveGovernance(process, running);
  await serveActivities(process, running);
}
