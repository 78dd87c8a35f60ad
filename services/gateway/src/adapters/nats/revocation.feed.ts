import { type DescMessage, fromBinary } from '@bufbuild/protobuf';
import { eventStream, eventSubject } from '@guildhall/contracts';
import { CredentialRevokedSchema, PersonUpdatedSchema } from '@guildhall/contracts/identity/v1/events';
import { type Bus, feed } from '@guildhall/messaging';
import type { CredentialCache } from '../../app/credentials/credential-cache.ts';

type Cache = Pick<CredentialCache<unknown>, 'forgetPerson' | 'forgetSession' | 'hears'>;

const subjectsOf = (schema: DescMessage): string => `${eventSubject(schema)}.>`;

/** Forgets what identity revokes or changes. While it cannot be heard, the cache is told to doubt itself. */
export async function followRevocations(bus: Bus, cache: Cache, report: (error: unknown) => void) {
  const stopWatching = bus.onStatus((status) => cache.hears(status === 'reconnect'));
  const following = await feed(bus, {
    stream: eventStream('identity'),
    subjects: [CredentialRevokedSchema, PersonUpdatedSchema].map(subjectsOf),
    onMessage: ({ subject, data }) => {
      if (subject.startsWith(`${eventSubject(PersonUpdatedSchema)}.`)) {
        return cache.forgetPerson(fromBinary(PersonUpdatedSchema, data).personId);
      }
      const { sessionId, personId } = fromBinary(CredentialRevokedSchema, data);
      if (sessionId === '') cache.forgetPerson(personId);
      else cache.forgetSession(sessionId);
    },
    onError: report,
  });
  return {
    close: async () => {
      stopWatching();
      await following.close();
    },
  };
}
