import { Channel, Reach } from '@guildhall/contracts/notifier/v1/commands';
import { describe, expect, it } from 'vitest';
import { nine } from '../../domain/testing.ts';
import { isForMany, toAudience } from './audience.command.ts';
import { aCommand } from './testing.ts';

const none = { channel: Channel.UNSPECIFIED, to: '' };
const come = { at: nine };

describe('a command for many', () => {
  it('names a role or a topic', () => {
    const role = aCommand({ ...none, role: 'steward', reach: Reach.EVERY });
    expect([isForMany(role), isForMany(aCommand())]).toEqual([true, false]);
    expect(toAudience(role, come)).toMatchObject({
      to: { source: { kind: 'role', name: 'steward' }, reach: { kind: 'every' } },
    });
    expect(toAudience(aCommand({ ...none, topic: 'news' }), come)).toMatchObject({
      to: { source: { kind: 'topic', name: 'news' } },
    });
  });

  it('or a person who is asked step by step', () => {
    const steps = [{ reach: Reach.NTH, nth: 1, waitSeconds: 60, personId: 'warden', readAnswers: true }];
    expect(toAudience(aCommand({ ...none, personId: 'ada', escalation: { steps } }), come)).toMatchObject({
      to: {
        personId: 'ada',
        steps: [{ reach: { kind: 'nth', nth: 1 }, waitSeconds: 60, personId: 'warden', readAnswers: true }],
      },
    });
  });

  it.each([
    ['two audiences', { ...none, role: 'a', topic: 'b' }],
    ['an address besides', { role: 'a' }],
    ['steps without a person', { ...none, role: 'a', escalation: { steps: [{ waitSeconds: 60 }] } }],
    ['no steps', { ...none, personId: 'ada', escalation: { steps: [] } }],
    ['a step without patience', { ...none, personId: 'ada', escalation: { steps: [{ waitSeconds: 1 }] } }],
  ])('breaks its contract with %s', (_what, change) => {
    expect(() => toAudience(aCommand(change), come)).toThrow(expect.objectContaining({ code: 'notifier.bad_command' }));
  });
});
