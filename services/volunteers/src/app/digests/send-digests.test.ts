import { describe, expect, it } from 'vitest';
import { aGovernance } from '../testing/governing.ts';
import type { OnboardingState } from '../../domain/volunteer.ts';
import { sendDigestsHandler } from './send-digests.ts';

const day = 86_400_000;

async function aBranch() {
  const governance = aGovernance();
  governance.known.push({ id: 'mona', name: 'Mona Cohen', emails: [] });
  governance.scopes.managers.set('mona', [{ area: 'haifa', district: 'north', branch: 'technion' }]);
  governance.scopes.managers.set('carmela', [{ area: 'haifa', district: 'north', branch: 'carmel' }]);
  const stands = async (volunteerId: string, state: OnboardingState): Promise<void> => {
    const volunteer = await governance.enrol(volunteerId, `${volunteerId}@x.org`);
    const onboarding = { ...volunteer.onboarding, state };
    governance.volunteers.stored.set(volunteer.id, { ...volunteer, onboarding });
  };
  const leaves = async (volunteerId: string, leaveDate: string): Promise<void> => {
    const volunteer = await governance.enrol(volunteerId, `${volunteerId}@x.org`);
    governance.volunteers.stored.set(volunteer.id, { ...volunteer, status: 'leaving', leaveDate });
  };
  const linesTo = (id: string) => {
    const about = governance.letterBox.sent.get(`digest:2026-03-09:${id}`)?.about;
    return about?.template === 'volunteer_digest' ? about.lines : undefined;
  };
  return { ...governance, stands, leaves, linesTo };
}

describe('the weekly digest', () => {
  it('says who waits too long, is blocked or leaves soon, and what is to be decided', async () => {
    const branch = await aBranch();
    await branch.stands('late', 'NOT_IN_WORKSPACE');
    await branch.stands('blocked', 'BLOCKED');
    await branch.leaves('soon', '2026-03-20');
    await branch.leaves('later', '2026-04-20');
    await branch.applied('noa@x.org');
    await branch.reviewed();
    branch.clock.pass(8 * day);
    await branch.stands('fresh', 'NOT_IN_WORKSPACE');
    await sendDigestsHandler(branch)('2026-03-09');
    expect(branch.linesTo('mona')).toEqual([
      '1 person has waited for the workspace for more than 7 days',
      '1 person is blocked',
      '1 person leaves within 14 days',
      '1 application waits for a decision',
      '4 roles wait for your review',
    ]);
  });

  it('goes to nobody for whom there is nothing to say', async () => {
    const branch = await aBranch();
    await branch.stands('blocked', 'BLOCKED');
    await sendDigestsHandler(branch)('2026-03-09');
    expect([...branch.letterBox.sent.keys()]).toEqual(['digest:2026-03-09:mona', 'digest:2026-03-09:administrators']);
  });

  it('goes out once a week, whoever sends it', async () => {
    const branch = await aBranch();
    await branch.stands('blocked', 'BLOCKED');
    await Promise.all([sendDigestsHandler(branch)('2026-03-09'), sendDigestsHandler(branch)('2026-03-09')]);
    expect(branch.letterBox.sent.size).toBe(2);
  });
});
