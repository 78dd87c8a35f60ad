import { fromBinary } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import * as events from '@guildhall/contracts/identity/v1/events';
import { Method } from '@guildhall/contracts/identity/v1/service';
import { Category, Channel, Lane, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { sealer } from '@guildhall/messaging';
import { describe, expect, it } from 'vitest';
import { revokeToken, rotateToken } from '../../domain/access-token.ts';
import { type Contact, newContact, recordFailure, requestCode } from '../../domain/contact.ts';
import { changePerson, createPerson } from '../../domain/person.ts';
import { roleTable } from '../../domain/roles.ts';
import { revokeSession, slidingLife, startSession } from '../../domain/session.ts';
import { challengeOf, challengeReference, contactMessage } from './contact.messages.ts';
import { accessTokenMessage, personMessage, sessionMessage } from './person.messages.ts';

const at = new Date('2026-03-02T08:55:00Z');
const sealing = sealer(new Uint8Array(32).fill(3));
const toMessage = contactMessage(sealing);
const made = { challengeId: 'c1', code: '482913', codeHash: 'hash' };
const asked = (contact: Contact) => requestCode(contact, made, at);

describe('a code that was asked for', () => {
  it('scenario 1: becomes one command to the notifier, its code sealed, void when the code is', () => {
    const { facts } = asked(newContact('k1', 'email', 'ada.lovelace@example.org', at));
    const envelope = toMessage(facts[0]!);
    const command = fromBinary(SendMessageSchema, envelope.data);

    expect(envelope.subject).toMatch(/^cmd\.notifier\.v1\.transactional\.send\.[\w-]+$/);
    expect(command).toMatchObject({
      idempotencyKey: 'login:c1',
      lane: Lane.TRANSACTIONAL,
      category: Category.AUTH,
      channel: Channel.EMAIL,
      to: 'ada.lovelace@example.org',
      template: 'login',
      variables: { expiresMinutes: '15' },
      reference: 'challenge:c1',
    });
    expect(timestampDate(command.expiresAt!)).toEqual(new Date('2026-03-02T09:10:00Z'));
    expect(sealing.open(command.sealedVariables, 'login:c1')).toEqual({ code: '482913' });
    expect(Buffer.from(envelope.data).toString('latin1')).not.toContain('482913');
  });

  it('goes by text message to a telephone', () => {
    const { facts } = asked(newContact('k1', 'sms', '+447700900123', at));
    expect(fromBinary(SendMessageSchema, toMessage(facts[0]!).data)).toMatchObject({
      channel: Channel.SMS,
      to: '+447700900123',
    });
  });
});

it('a delivery report is traced back to its challenge, and others are left alone', () => {
  expect(challengeOf(challengeReference('c1'))).toBe('c1');
  expect(challengeOf('reminder:7')).toBeUndefined();
});

it('a locked contact is told by id, never by address', () => {
  const contact = {
    ...asked(newContact('k1', 'email', 'ada@example.org', at)).next,
    failures: Array.from({ length: 9 }, () => at),
  };
  const envelope = toMessage(recordFailure(contact, 'c1', at).facts[0]!);
  expect(envelope.subject).toBe('evt.identity.v1.contact-locked.k1');
  expect(Buffer.from(envelope.data).toString('latin1')).not.toContain('ada@');
});

describe('facts about a person', () => {
  const say = personMessage(roleTable([]));
  const contacts = [{ id: 'k1', method: 'email', value: 'ada@example.org', verifiedAt: at } as const];
  const { next, facts } = createPerson(
    {
      id: 'p1',
      handle: 'ada.lovelace',
      firstName: 'Ada',
      lastName: 'Lovelace',
      kind: 'staff',
      roles: ['member'],
      contacts,
    },
    at,
  );

  it('leave on the subject their contract names, with the version of the person', () => {
    const envelopes = facts.map(say);
    expect(envelopes.map(({ subject }) => subject)).toEqual([
      'evt.identity.v1.person-created.p1',
      'evt.identity.v1.contact-verified.p1',
      'evt.identity.v1.person-reachable.p1',
    ]);
    expect(envelopes[0]?.headers['Aggregate-Version']).toBe('1');
    expect(fromBinary(events.PersonCreatedSchema, envelopes[0]!.data)).toMatchObject({ displayName: 'Ada Lovelace' });
    expect(fromBinary(events.ContactVerifiedSchema, envelopes[1]!.data)).toMatchObject({
      personId: 'p1',
      contactId: 'k1',
    });
  });

  it('carry what the person may do now, and whether they are active', () => {
    const updated = changePerson(next, { status: 'disabled', roles: ['reception'] }, at)!;
    const body = fromBinary(events.PersonUpdatedSchema, say(updated.facts[0]!).data);
    expect(body).toMatchObject({ active: false, permissions: ['register.view_report', 'register.visitors.write'] });
  });

  it('say how the person is reached, and by nothing once they are out', () => {
    const reachable = fromBinary(events.PersonReachableSchema, say(facts[2]!).data);
    expect(reachable).toMatchObject({
      displayName: 'Ada Lovelace',
      active: true,
      contacts: [{ contactId: 'k1', method: Method.EMAIL, value: 'ada@example.org' }],
    });
    const out = changePerson(next, { status: 'disabled' }, at)!.facts.map(say);
    expect(fromBinary(events.PersonReachableSchema, out[1]!.data)).toMatchObject({ active: false, contacts: [] });
  });
});

describe('facts about sessions and tokens', () => {
  const session = startSession(
    { id: 's1', personId: 'p1', tokenHash: 'h', device: 'curl', way: 'code' },
    slidingLife(1),
    at,
  );

  it('tell who signed in, and what opens nothing any more', () => {
    const [login, revoked] = [session.facts[0]!, revokeSession(session.next, at)!.facts[0]!].map(sessionMessage);
    expect(fromBinary(events.LoginSucceededSchema, login!.data)).toMatchObject({ personId: 'p1', sessionId: 's1' });
    expect(revoked?.subject).toBe('evt.identity.v1.credential-revoked.s1');
    expect(fromBinary(events.CredentialRevokedSchema, revoked!.data)).toMatchObject({
      personId: 'p1',
      sessionId: 's1',
    });
  });

  it('name the very token that was revoked', () => {
    const token = rotateToken(undefined, { personId: 'p1', tokenId: 't1', token: 'abcdef', tokenHash: 'h' }, at).next;
    const envelope = accessTokenMessage(revokeToken(token, at)!.facts[0]!);
    expect(fromBinary(events.CredentialRevokedSchema, envelope.data)).toMatchObject({
      personId: 'p1',
      sessionId: 't1',
    });
  });
});
