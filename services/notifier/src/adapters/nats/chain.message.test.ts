import { fromBinary } from '@bufbuild/protobuf';
import { Channel, Lane, Reach, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { describe, expect, it } from 'vitest';
import { startChain, type Step } from '../../domain/requests/escalation.ts';
import { later, nine } from '../../domain/testing.ts';
import { chainMessage } from './chain.message.ts';
import { toAsked } from './asked.ts';

const steps: readonly Step[] = [
  { reach: { kind: 'nth', nth: 1, channel: 'sms' }, waitSeconds: 60 },
  { personId: 'warden', reach: { kind: 'every', nth: 0 }, waitSeconds: 60 },
];
const chain = startChain(
  {
    id: 'c1',
    personId: 'ada',
    steps,
    wish: {
      lane: 'emergency',
      category: 'emergency',
      template: 'evacuation-call',
      variables: { siteName: 'North' },
      reference: 'fire',
      expiresAt: later(600),
    },
  },
  nine,
);
const commandOf = (step: number, url?: string) =>
  fromBinary(SendMessageSchema, chainMessage({ answerUrl: () => url })(chain, step, nine).data);

describe('the command for a step', () => {
  it('is one for each step, with the chain’s own reference', () => {
    expect([0, 1].map((step) => commandOf(step).idempotencyKey)).toEqual(['escalation:c1:0', 'escalation:c1:1']);
    expect(commandOf(0)).toMatchObject({
      lane: Lane.EMERGENCY,
      personId: 'ada',
      reach: Reach.NTH,
      nth: 1,
      channel: Channel.SMS,
      reference: 'fire',
      answerable: true,
      escalationId: 'c1',
      escalationStep: 0,
    });
  });

  it('goes to whom the step names', () => {
    expect(commandOf(1)).toMatchObject({ personId: 'warden', reach: Reach.EVERY, escalationStep: 1 });
  });

  it('has the link where the template takes one', () => {
    expect(commandOf(0, 'https://g.test/answer/t').variables).toEqual({
      siteName: 'North',
      answerUrl: 'https://g.test/answer/t',
    });
    expect(commandOf(0).variables).toEqual({ siteName: 'North' });
  });

  it('is read as the step that it is', () => {
    const { wish, target } = toAsked(commandOf(1), { at: nine, attempt: 1 });
    expect(wish).toMatchObject({ escalation: 'c1', escalationStep: 1, expiresAt: later(600) });
    expect(target).toMatchObject({ personId: 'warden', reach: { kind: 'every' } });
  });
});
