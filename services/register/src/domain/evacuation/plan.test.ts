import { describe, expect, it } from 'vitest';
import { changePlan, noPlan, snapshotSent } from './plan.ts';
import { began, secondsIn } from './testing.ts';

const settings = {
  musterPoints: ['Car park'],
  escalateAfterSeconds: 30,
  snapshotEveryMinutes: 10,
  snapshotEmails: ['desk@example.org'],
  snapshotToWebhooks: false,
};
const plan = changePlan(noPlan('vw'), settings, began);

describe('an evacuation plan', () => {
  it('sends its first list at once, and then on and on', () => {
    expect(plan.nextSnapshotAt).toEqual(began);
    expect(snapshotSent(plan, secondsIn(1))?.nextSnapshotAt).toEqual(secondsIn(600));
  });

  it('sends once after a long silence', () => {
    expect(snapshotSent(plan, secondsIn(3_000))?.nextSnapshotAt).toEqual(secondsIn(3_600));
  });

  it('sends nothing before its time', () => {
    const next = snapshotSent(plan, secondsIn(1))!;
    expect(snapshotSent(next, secondsIn(599))).toBeUndefined();
  });

  it('waits the usual time for answers unless it says otherwise', () => {
    expect(changePlan(plan, { ...settings, escalateAfterSeconds: 0 }, began).escalateAfterSeconds).toBe(60);
  });

  it('sends to systems of others alone, too', () => {
    const alone = changePlan(plan, { ...settings, snapshotEmails: [], snapshotToWebhooks: true }, began);
    expect(alone).toMatchObject({ nextSnapshotAt: began, snapshotToWebhooks: true });
  });

  it('stops sending', () => {
    expect(changePlan(plan, { ...settings, snapshotEveryMinutes: 0 }, began)).not.toHaveProperty('nextSnapshotAt');
  });

  it.each([
    ['/musterPoints/0', { musterPoints: ['  '] }],
    ['/snapshotEmails/0', { snapshotEmails: ['nobody'] }],
    ['/snapshotEmails', { snapshotEmails: [] }],
  ])('is refused for %s', (pointer, wrong) => {
    expect(() => changePlan(plan, { ...settings, ...wrong }, began)).toThrow(
      expect.objectContaining({ code: 'register.invalid_plan', errors: [expect.objectContaining({ pointer })] }),
    );
  });
});
