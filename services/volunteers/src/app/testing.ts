import type { Principal } from '@guildhall/kernel';
import type { Book } from '../domain/book.ts';
import type { Policy } from '../domain/ground.ts';
import { orgDays } from '../domain/org-day.ts';
import type { Volunteer } from '../domain/volunteer.ts';
import { reservePlaceOn } from './links/reserve-place.ts';
import { advanceVolunteerHandler } from './onboarding/advance-volunteer.ts';
import type { Caller } from './ports.ts';
import { callingSystems } from './systems/calling.ts';
import { flagChannelIn, locateChannelIn } from './systems/locate-channel.ts';
import { aBook } from './testing/book.ts';
import { testClock } from './testing/clock.ts';
import {
  inMemoryBooks,
  inMemoryConnections,
  inMemoryLinks,
  inMemoryPeople,
  inMemoryScopes,
  inMemoryTasks,
} from './testing/in-memory.ts';
import { fakeSlack } from './testing/slack.ts';
import { inMemoryVolunteers } from './testing/volunteers.ts';
import { createVolunteerHandler } from './volunteers/create-volunteer.ts';

// Honest stand-ins: they keep the promises of the real adapters, minus the database and the vendors.
export * from './testing/book.ts';
export * from './testing/census.ts';
export * from './testing/clock.ts';
export * from './testing/imports.ts';
export * from './testing/in-memory.ts';
export * from './testing/refused.ts';
export * from './testing/slack.ts';
export * from './testing/volunteers.ts';

export const policy: Policy = { reminderDays: [3, 10], giveUpDays: 30, retentionDays: 365 };

/** A caller with every permission and no limits, unless the scopes know the person. */
export const aCaller = (personId = 'root'): Caller => {
  const principal: Principal = {
    kind: 'session',
    personId,
    sessionId: 's1',
    displayName: personId,
    permissions: ['*'],
  };
  return { principal, ip: '192.0.2.7', userAgent: 'Firefox' };
};

/** Everything about volunteers, in memory, at the moment and in the workspace of the acceptance scenarios. */
export const aService = (begin: Book = aBook()) => {
  const clock = testClock('2026-03-02T08:00:00Z');
  const [volunteers, books, links] = [inMemoryVolunteers(clock), inMemoryBooks(begin), inMemoryLinks()];
  const [connections, tasks, scopes] = [inMemoryConnections(), inMemoryTasks(clock), inMemoryScopes()];
  const slack = fakeSlack();
  for (const { system, name, id } of begin.channels) if (system === 'slack') slack.addChannel(id.toUpperCase(), name);
  let made = 0;
  const grounds = { books, policy, days: orgDays('Asia/Jerusalem'), clock };
  const connectorOf = () => slack.connector;
  const warnings = { parts: [0.8, 0.95], days: [2, 7] };
  const parts = {
    ...grounds,
    volunteers,
    links,
    connections,
    tasks,
    scopes,
    slack,
    warnings,
    connectorOf,
    accounts: slack.accounts,
    call: callingSystems({ connections, clock }),
    locate: locateChannelIn({ books, tasks, connectorOf, clock }),
    flag: flagChannelIn({ books, tasks, connectorOf, clock }),
    reservePlace: reservePlaceOn({ links, warnings, clock }),
    people: inMemoryPeople(),
    nudge: () => undefined,
    newId: () => `id${(made += 1)}`,
    phoneOf: (given: string) => given,
    random: () => 0.5,
  };
  const advance = advanceVolunteerHandler(parts);
  /** Does whatever is due, until nothing is. */
  const settleAll = async (): Promise<void> => {
    for (let round = 0; round < 50; round += 1) {
      const now = [...volunteers.due].filter(([, at]) => at <= clock.now()).map(([id]) => id);
      if (now.length === 0) return;
      for (const id of now) await advance(id);
    }
    throw new Error('there is always something due');
  };
  const create = createVolunteerHandler(parts);
  /** Adds a volunteer at haifa/north/technion. */
  const enrol = (volunteerId: string, email: string, roleKey = 'volunteer'): Promise<Volunteer> => {
    const assignment = { area: 'haifa', district: 'north', branch: 'technion', role: roleKey, from: '', to: '' };
    const profile = { volunteerId, email, firstName: 'Dana', lastName: volunteerId, phone: '' };
    return create({ profile, assignments: [assignment], caller: aCaller() });
  };
  const current = (volunteerId: string): Volunteer => {
    const found = [...volunteers.stored.values()].find((one) => one.volunteerId === volunteerId);
    if (!found) throw new Error(`there is no volunteer ${volunteerId}`);
    return found;
  };
  const saidOf = (type: string) => volunteers.said.filter((one) => one.type === type);
  return { ...parts, advance, settleAll, create, enrol, current, saidOf };
};
