import { newId, sealer } from '@guildhall/messaging';
import { aggregates, type IndexSpec, type Store } from '@guildhall/mongo';
import { testStore } from '@guildhall/testing';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contactRepositoryContract } from './app/contact-repository.contract.ts';
import { credentialRepositoriesContract } from './app/credential-repositories.contract.ts';
import { personRepositoryContract } from './app/person-repository.contract.ts';
import { newContact, requestCode } from './domain/contact.ts';
import { roleTable } from './domain/roles.ts';
import { withAudits } from './adapters/nats/audit.messages.ts';
import { contactMessage } from './adapters/nats/contact.messages.ts';
import { accessTokenMessage, personMessage, sessionMessage } from './adapters/nats/person.messages.ts';
import {
  accessTokenIndexes,
  accessTokenRepository,
  type AccessTokenState,
} from './adapters/mongo/access-token.repository.ts';
import { type AdministratorsState, administratorsRepository } from './adapters/mongo/administrators.repository.ts';
import { auditRepository } from './adapters/mongo/audit.repository.ts';
import { contactIndexes, contactRepository, type ContactState } from './adapters/mongo/contact.repository.ts';
import { personIndexes, type PersonState } from './adapters/mongo/person.collection.ts';
import { personRepository } from './adapters/mongo/person.repository.ts';
import { sessionIndexes, sessionRepository, type SessionState } from './adapters/mongo/session.repository.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

/** A collection that nothing else uses. */
async function fresh<State>(indexes: readonly IndexSpec[] = []) {
  const made = aggregates<State>({ store, collection: `c_${newId().toLowerCase()}`, indexes });
  await made.ready();
  return made;
}

const contactsOver = async () => {
  const contacts = await fresh<ContactState>(contactIndexes);
  const toMessage = withAudits(contactMessage(sealer(randomBytes(32))));
  return { contacts, repository: contactRepository({ contacts, toMessage }) };
};

contactRepositoryContract('the repository in the store', async () => (await contactsOver()).repository);
personRepositoryContract('the repository in the store', async () =>
  personRepository({
    people: await fresh<PersonState>(personIndexes),
    toMessage: withAudits(personMessage(roleTable([]))),
  }),
);
credentialRepositoriesContract('the repositories in the store', async () => ({
  sessions: sessionRepository({
    sessions: await fresh<SessionState>(sessionIndexes),
    toMessage: withAudits(sessionMessage),
  }),
  accessTokens: accessTokenRepository({
    tokens: await fresh<AccessTokenState>(accessTokenIndexes),
    toMessage: withAudits(accessTokenMessage),
  }),
  administrators: administratorsRepository(await fresh<AdministratorsState>()),
}));

describe('a stored contact', () => {
  it('lets nobody who reads the database learn the code', async () => {
    const { contacts, repository } = await contactsOver();
    const at = new Date('2026-03-02T08:55:00Z');
    const made = { challengeId: 'c1', code: '482913', codeHash: 'hash' };
    const { next, facts } = requestCode(newContact('k1', 'email', 'ada@example.org', at), made, at);
    await repository.save(next, facts);

    const raw = await contacts.model.collection.findOne({ _id: 'k1' as never });

    expect(raw?.['outbox']).toHaveLength(1);
    const bytes = Buffer.from(raw?.['outbox'][0].data.buffer).toString('latin1');
    expect(`${JSON.stringify(raw)} ${bytes}`).not.toContain('482913');
    expect(bytes).toContain('ada@example.org');
  });

  it('is due to be forgotten a day later', async () => {
    const { contacts, repository } = await contactsOver();
    const at = new Date('2026-03-02T08:55:00Z');
    await repository.save({ ...newContact('k1', 'email', 'ada@example.org', at), version: 1 }, []);
    const raw = await contacts.model.collection.findOne({ _id: 'k1' as never });
    expect(raw?.dueAt).toEqual(new Date('2026-03-03T08:55:00Z'));
  });
});

describe('audits', () => {
  const entry = {
    at: new Date(0),
    action: 'login',
    subjectId: 'ada',
    via: 'web',
    ip: '192.0.2.1',
    userAgent: 'curl',
  } as const;

  const audited = () => auditRepository({ connection: store.connection, newId, report: vi.fn() });

  it('are kept as they were recorded', async () => {
    const audits = await audited();
    await audits.record([entry]);
    await audits.record([]);
    const kept = await store.connection.collection('audits').find({ subjectId: 'ada' }).toArray();
    expect(kept).toEqual([expect.objectContaining(entry)]);
  });

  it('are kept once, however often the same arrives', async () => {
    const audits = await audited();
    const told = { ...entry, subjectId: 'twice' };
    await audits.keep([{ id: 'm1', entry: told }]);
    await audits.keep([
      { id: 'm1', entry: told },
      { id: 'm2', entry: { ...told, action: 'password.changed' } },
    ]);
    expect((await audits.ofSubject('twice')).map(({ action }) => action).toSorted()).toEqual([
      'login',
      'password.changed',
    ]);
  });

  it('refuse what cannot be written, so that what they tell of does not happen', async () => {
    const audits = await audited();
    await expect(audits.record([{ ...entry, userAgent: 'x'.repeat(17 * 1024 * 1024) }])).rejects.toThrow();
  });

  it('forget where somebody acted, and where nobody else did', async () => {
    const audits = await audited();
    const about = { ...entry, subjectId: 'eve' };
    await audits.record([
      about,
      { ...about, action: 'person.roles_changed', actorId: 'root' },
      { ...about, action: 'person.merged', actorId: 'eve', subjectId: 'bob' },
    ]);
    await audits.forget('eve');
    const left = [...(await audits.ofSubject('eve')), ...(await audits.ofSubject('bob'))];
    expect(left.filter(({ ip, userAgent }) => ip || userAgent)).toMatchObject([{ actorId: 'root' }]);
    expect(left).toHaveLength(3);
  });

  it('of signing in go earlier than what administrators did', async () => {
    const audits = await audited();
    const [old, recent] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-03-01T00:00:00Z')];
    const about = { ...entry, subjectId: 'pia' };
    await audits.record([
      { ...about, at: old },
      { ...about, at: old, action: 'login.locked' },
      { ...about, at: old, action: 'person.roles_changed' },
      { ...about, at: recent },
    ]);
    await audits.prune({ signIns: new Date('2026-02-01T00:00:00Z'), others: new Date('2024-02-01T00:00:00Z') });
    expect((await audits.ofSubject('pia')).map(({ action }) => action)).toEqual(['login', 'person.roles_changed']);
  });
});
