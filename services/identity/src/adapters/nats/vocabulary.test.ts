import { ChallengeState, Method, PersonKind, PersonStatus } from '@guildhall/contracts/identity/v1/service';
import { anonymous } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { createPerson } from '../../domain/person.ts';
import * as words from './vocabulary.ts';

const at = new Date('2026-03-02T08:55:00Z');

describe('words of the contract', () => {
  it('stand for ours, both ways', () => {
    expect([Method.EMAIL, Method.SMS].map(words.methodOf)).toEqual(['email', 'sms']);
    expect((['email', 'sms'] as const).map(words.methodToProto)).toEqual([Method.EMAIL, Method.SMS]);
    expect(words.kindOf(PersonKind.VISITOR)).toBe('visitor');
    expect(words.statusOf(PersonStatus.DISABLED)).toBe('disabled');
  });

  it('that say nothing stand for nothing', () => {
    expect(words.kindOf(PersonKind.UNSPECIFIED)).toBeUndefined();
    expect(words.statusOf(PersonStatus.UNSPECIFIED)).toBeUndefined();
    expect(() => words.methodOf(Method.UNSPECIFIED)).toThrow(
      expect.objectContaining({ code: 'identity.unknown_method' }),
    );
  });
});

it('a challenge shows its id, its end and its state, and nothing about the contact', () => {
  const shown = words.challengeToProto({ id: 'c1', expiresAt: at, state: 'send_failed' });
  expect(Object.keys(shown).sort()).toEqual(['challengeId', 'expiresAt', 'state']);
  expect(shown.state).toBe(ChallengeState.SEND_FAILED);
});

it('a person is shown without what only this service needs', () => {
  const contacts = [{ id: 'k1', method: 'sms', value: '+447700900123', verifiedAt: at } as const];
  const fields = {
    id: 'p1',
    handle: 'ada',
    firstName: 'Ada',
    lastName: 'L',
    kind: 'staff',
    roles: ['member'],
    contacts,
  } as const;
  const shown = words.personToProto(createPerson(fields, at).next);
  expect(shown).toMatchObject({ displayName: 'Ada L', kind: PersonKind.STAFF, status: PersonStatus.ACTIVE });
  expect(shown.contacts[0]).toMatchObject({ method: Method.SMS, value: '+447700900123' });
  expect(shown).not.toHaveProperty('credentialsFrom');
});

it('the caller is whoever the gateway says, from where it says', () => {
  const call = { principal: anonymous, client: { ip: '192.0.2.1', userAgent: 'curl' }, deadline: 0 };
  expect(words.callerOf(call)).toEqual({ principal: anonymous, ip: '192.0.2.1', userAgent: 'curl' });
});
