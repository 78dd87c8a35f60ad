import type { ShiftTimes } from '../../domain/shift.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import { createOpportunityHandler, type OpportunityGiven } from '../activities/keep-opportunity.ts';
import { createShiftHandler } from '../activities/keep-shift.ts';
import { tellShiftHandler } from '../activities/tell-shift.ts';
import { applyHandler } from '../applications/apply.ts';
import { confirmApplicationHandler } from '../applications/confirm-application.ts';
import { endRoleHandler } from '../reviews/end-role.ts';
import { reviewDueHandler } from '../reviews/review-due.ts';
import { startReviewHandler } from '../reviews/start-review.ts';
import { aCaller, aService } from '../testing.ts';
import type { VolunteerPages } from '../volunteers/list-volunteers.ts';
import { endAssignmentHandler } from '../volunteers/give-assignment.ts';
import { leaveHandler } from '../volunteers/leave.ts';
import { inMemoryOpportunities, inMemoryPresences, inMemoryShifts } from './activities.ts';
import {
  inMemoryAgenda,
  inMemoryApplications,
  inMemoryLetterBox,
  inMemoryItems,
  inMemoryReviews,
  plainTokens,
} from './governance.ts';
import { inMemoryPeople } from './in-memory.ts';

type Known = Readonly<{ id: string; name: string; emails: readonly string[] }>;

const everybody = (stored: ReadonlyMap<string, Volunteer>): VolunteerPages => ({
  page: async ({ statuses, state }) => ({
    volunteers: [...stored.values()].filter(
      (one) => statuses.includes(one.status) && (state === '' || one.onboarding.state === state),
    ),
  }),
});

export const technion = { area: 'haifa', district: 'north', branch: 'technion' };

/** Applications, reviews, digests and activities in memory, on 2 March 2026 at 10:00 in Jerusalem. */
export const aGovernance = () => {
  const service = aService();
  const known: Known[] = [];
  let nonces = 0;
  const parts = {
    ...service,
    people: inMemoryPeople(known),
    pages: everybody(service.volunteers.stored),
    applications: inMemoryApplications(),
    tokens: plainTokens,
    newNonce: () => `n${(nonces += 1)}`,
    reviews: inMemoryReviews(),
    items: inMemoryItems(),
    agenda: inMemoryAgenda(),
    letterBox: inMemoryLetterBox(),
    opportunities: inMemoryOpportunities(),
    shifts: inMemoryShifts(),
    presences: inMemoryPresences(),
  };
  const endRole = endRoleHandler({ ...parts, endAssignment: endAssignmentHandler(parts), leave: leaveHandler(parts) });
  const deps = { ...parts, endRole };
  return { ...deps, known, ...acting(deps, known) };
};

type Deps = Omit<ReturnType<typeof aService>, 'people'> &
  Parameters<typeof applyHandler>[0] &
  Parameters<typeof confirmApplicationHandler>[0] &
  Parameters<typeof reviewDueHandler>[0] &
  Parameters<typeof createShiftHandler>[0] &
  Readonly<{ shifts: ReturnType<typeof inMemoryShifts>; letterBox: ReturnType<typeof inMemoryLetterBox> }>;

const acting = (deps: Deps, known: Known[]) => ({
  /** Writes what shifts have to tell, and gives whatever was written so far. */
  toldOfShifts: async () => {
    for (const { shift, told, at } of deps.shifts.facts()) {
      await tellShiftHandler(deps)({ shiftId: shift.id, version: shift.version, told, at });
    }
    return deps.letterBox.letters();
  },
  /** Applies at technion and confirms the address; gives the application's id. */
  applied: async (email: string): Promise<string> => {
    const names = { firstName: 'Noa', lastName: 'Levi', email, phone: '', wish: '', language: '' };
    await applyHandler(deps)({ ...names, privacyNoticeVersion: 0, place: technion, hasConsented: true });
    const application = await deps.applications.openFor(email);
    const token = deps.tokens.seal({ id: application?.id ?? '', nonce: application?.nonce ?? '' });
    return (await confirmApplicationHandler(deps)(token)).id;
  },
  /** Begins a review and makes its items. */
  reviewed: async (): Promise<string> => {
    const { id } = await startReviewHandler(deps)(aCaller());
    await reviewDueHandler(deps)(id);
    return id;
  },
  /** A volunteer at technion who is a person with the same address. */
  person: async (personId: string): Promise<Volunteer> => {
    const email = `${personId}@x.org`;
    known.push({ id: personId, name: `Dana ${personId}`, emails: [email] });
    return deps.enrol(personId, email);
  },
  /** A shift of an opportunity at technion, on 10 March 2026 from 10:00 to 14:00 UTC. */
  aShift: async (change: Partial<ShiftTimes & OpportunityGiven> = {}): Promise<string> => {
    const { startsAt, endsAt, capacity = 2, ...more } = change;
    const texts = { title: 'Soup', description: '', siteId: 'site1', role: '' };
    const given = { ...texts, published: true, place: technion, ...more };
    const { id: opportunityId } = await createOpportunityHandler(deps)({ given, caller: aCaller() });
    const begin = startsAt ?? new Date('2026-03-10T10:00:00Z');
    const times = { startsAt: begin, endsAt: endsAt ?? new Date('2026-03-10T14:00:00Z'), capacity };
    return (await createShiftHandler(deps)({ opportunityId, times, caller: aCaller() })).id;
  },
});
