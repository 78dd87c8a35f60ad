import type { Volunteer } from '@guildhall/client';

/** What became of a change, in a sentence or two. */
export function outcomeOf({ volunteerId, onboarding, pendingApproval }: Volunteer): string {
  const stored = `${volunteerId} is stored (${onboarding.state}): guildhall volunteers view ${volunteerId}`;
  return pendingApproval
    ? `${stored}\nA role waits for approval by somebody who manages the district or area.`
    : stored;
}
