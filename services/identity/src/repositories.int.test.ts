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
  const toMessage = contactMessage(sealer(randomBytes(32)));
  return { contacts, repository: contactRepository({ contacts, toMessage }) };
};

contactRepositoryContract('the repository in the store', async () => (await contactsOver()).repository);
personRepositoryContract('the repository in the store', async () =>
  personRepository({ people: await fresh<PersonState>(personIndexes), toMessage: personMessage(roleTable([])) }),
);
credentialRepositoriesContract('the repositories in the store', async () => ({
  sessions: sessionRepository({ sessions: await fresh<SessionState>(sessionIndexes), toMessage: sessionMessage }),
  accessTokens: accessTokenRepository({
    tokens: await fresh<AccessTokenState>(accessTokenIndexes),
    toMessage: accessTokenMessage,
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

  it('are kept as they were recorded', async () => {
    const audits = await auditRepository({ connection: store.connection, newId, report: vi.fn() });
    await audits.record([entry]);
    await audits.record([]);
    const kept = await store.connection.collection('audits').find({ subjectId: 'ada' }).toArray();
    expect(kept).toEqual([expect.objectContaining(entry)]);
  });

  it('report what cannot be written and let the action stand', async () => {
    const report = vi.fn();
    const audits = await auditRepository({ connection: store.connection, newId, report });
    await audits.record([{ ...entry, userAgent: 'x'.repeat(17 * 1024 * 1024) }]);
    expect(report).toHaveBeenCalledOnce();
  });
});
