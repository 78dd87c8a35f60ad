import type { Handler, NewId } from '@guildhall/kernel';
import { channelOf, type System } from '../../domain/book.ts';
import { desiredOf } from '../../domain/desired.ts';
import { todayOf } from '../../domain/ground.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Caller, Scopes } from '../ports.ts';
import { assertSees, authorityOf } from './authority.ts';
import { type AssignmentChange, changeAssignments } from './change-assignments.ts';
import { groundOf, type Storing } from './storing.ts';

export type PreviewVolunteer = Readonly<{
  volunteerId: string;
  assignments: readonly AssignmentChange[];
  caller: Caller;
}>;

export type AccessPreview = Readonly<{ changes: readonly AccessChange[]; needsApproval: boolean }>;

export type AccessChange = Readonly<{ channelId: string; channel: string; system: System; change: 'grant' | 'revoke' }>;

type Deps = Omit<Storing, 'nudge'> & Readonly<{ scopes: Scopes; newId: NewId }>;

/** What a change of roles would give and take; checked as the change itself would be. */
export const previewVolunteerHandler =
  (deps: Deps): Handler<PreviewVolunteer, AccessPreview> =>
  async ({ volunteerId, assignments: changes, caller }) => {
    const [ground, authority] = [await groundOf(deps), await authorityOf(deps.scopes, caller)];
    const volunteer = await deps.volunteers.named(volunteerId);
    if (!volunteer) throw refusals.volunteerNotFound();
    assertSees(authority, volunteer, ground.book);
    const around = { ground, authority, newId: deps.newId };
    const { assignments } = changeAssignments(volunteer, changes, around);
    const isKnown = new Set(volunteer.assignments.map(({ id }) => id));
    const needsApproval = assignments.some(({ id, approval }) => approval?.state === 'pending' && !isKnown.has(id));
    // What it comes to, once it is approved.
    const replaced = new Set(assignments.flatMap(({ approval }) => approval?.replaces ?? []));
    const approved = assignments
      .filter(({ id }) => !replaced.has(id))
      .map(({ approval: _approval, ...assignment }) => assignment);
    const today = todayOf(ground);
    const [before, after] = [
      desiredOf(ground.book, volunteer.assignments, today),
      desiredOf(ground.book, approved, today),
    ];
    const change = (change: AccessChange['change']) => (channelId: string) => {
      const channel = channelOf(ground.book, channelId);
      return channel ? [{ channelId, channel: channel.name, system: channel.system, change }] : [];
    };
    return {
      needsApproval,
      changes: [
        ...[...after.keys()].filter((id) => !before.has(id)).flatMap(change('grant')),
        ...[...before.keys()].filter((id) => !after.has(id)).flatMap(change('revoke')),
      ],
    };
  };
