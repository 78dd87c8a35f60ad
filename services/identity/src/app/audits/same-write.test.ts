import { AppError } from '@guildhall/kernel';
import { testClock } from '@guildhall/testing';
import { describe, expect, it } from 'vitest';
import { lastCode } from '../testing.ts';
import { arrive, type InMemoryWorld, inMemoryWorld } from '../world.testing.ts';

/** A world whose list of entries is away: what is recorded is recorded with what it tells of, or not at all. */
async function withoutList() {
  const clock = testClock('2026-03-02T08:55:00Z');
  const world = inMemoryWorld(clock);
  const [ada, bob, root] = [await arrive(world, 'Ada'), await arrive(world, 'Bob'), await arrive(world, 'Root')];
  world.audits.record = async () => {
    throw new AppError('unavailable', 'identity.store_unavailable', 'The store does not answer.');
  };
  world.recorded.length = 0;
  return { world, clock, ada, bob, root };
}

type Place = Awaited<ReturnType<typeof withoutList>>;

const made = (challenge: string) => ({ id: 'c1', rawId: challenge, type: 'public-key', response: {} });

async function registerPasskey({ world, ada }: Place) {
  const { ceremonyId, options } = await world.startPasskeyRegistration({ caller: ada.caller });
  return world.createPasskey({ ceremonyId, credential: made(options.challenge), label: '', caller: ada.caller });
}

async function addContact({ world, ada }: Place) {
  const { id } = await world.addContact({ method: 'sms', value: '+447700900123', caller: ada.caller });
  return world.verifyContact({ challengeId: id, code: lastCode(world), caller: ada.caller });
}

const appTokens = ({ world, ada }: Place) => world.createAppToken({ device: 'phone', caller: ada.caller });
const merge = ({ world, ada, bob, root }: Place) =>
  world.mergePeople({
    survivorId: ada.person.id,
    mergedIds: [bob.person.id],
    keepsPermissions: false,
    caller: root.caller,
  });

const acts: Readonly<Record<string, (place: Place) => Promise<unknown>>> = {
  login: ({ world }) => arrive(world, 'Cy'),
  'person.created': ({ world, root }) =>
    world.createPerson({ firstName: 'Di', lastName: 'Dee', roles: [], contacts: [], caller: root.caller }),
  'person.roles_changed': ({ world, ada, root }) =>
    world.updatePerson({ personId: ada.person.id, change: { roles: ['reception'] }, caller: root.caller }),
  'person.names_changed': ({ world, ada }) => world.updateMe({ change: { firstName: 'Adele' }, caller: ada.caller }),
  'person.merged': merge,
  'person.unmerged': async (place) => {
    const { id } = await merge(place);
    await place.world.undoMerge({ mergeId: id, caller: place.root.caller });
  },
  'person.erased': ({ world, ada }) => world.erasePerson({ personId: ada.person.id, caller: ada.caller }),
  'contact.added': addContact,
  'contact.removed': async (place) => {
    const { contacts } = await addContact(place);
    await place.world.removeContact({ contactId: contacts[1]?.id ?? '', caller: place.ada.caller });
  },
  'contact.reassigned': async ({ world, ada, bob }) => {
    await world.bindPushToken({ personId: ada.person.id, token: 't' });
    await world.bindPushToken({ personId: bob.person.id, token: 't' });
  },
  'passkey.created': registerPasskey,
  'passkey.renamed': async (place) => {
    const { id } = await registerPasskey(place);
    await place.world.renamePasskey({ passkeyId: id, label: 'key', caller: place.ada.caller });
  },
  'passkey.removed': async (place) => {
    const { id } = await registerPasskey(place);
    await place.world.removePasskey({ passkeyId: id, caller: place.ada.caller });
  },
  'pin.set': ({ world, ada }) => world.setPin({ pin: '271828', caller: ada.caller }),
  'pin.removed': async ({ world, ada }) => {
    await world.setPin({ pin: '271828', caller: ada.caller });
    await world.removePin({ caller: ada.caller });
  },
  'device.created': ({ world, root }) =>
    world.createDevice({ id: 'k1', siteId: 'vw', label: 'door', caller: root.caller }),
  'device.revoked': async ({ world, root }) => {
    await world.createDevice({ id: 'k1', siteId: 'vw', label: 'door', caller: root.caller });
    await world.revokeDevice({ id: 'k1', caller: root.caller });
  },
  'access_token.created': ({ world, ada }) => world.createAccessToken({ caller: ada.caller }),
  'access_token.revoked': async ({ world, ada }) => {
    await world.createAccessToken({ caller: ada.caller });
    await world.revokeAccessToken({ caller: ada.caller });
  },
  'app_token.created': appTokens,
  'app_token.reused': async (place) => {
    const { refreshToken } = await appTokens(place);
    await place.world.refreshAppToken({ refreshToken, caller: place.ada.caller });
    await place.world.refreshAppToken({ refreshToken, caller: place.ada.caller }).catch(() => undefined);
  },
  'app_token.revoked': async (place) => {
    await appTokens(place);
    const [app] = await place.world.appTokens.ofPerson(place.ada.person.id);
    await place.world.revokeSession({ sessionId: app?.id ?? '', caller: place.ada.caller });
  },
  'session.revoked': ({ world, ada }) =>
    world.revokeSession({ sessionId: ada.caller.principal.sessionId, caller: ada.caller }),
  reauthenticated: ({ world, ada }) =>
    world.reauthenticate({ proof: { kind: 'password', password: 'correct horse' }, caller: ada.caller }),
};

describe('an entry is stored in the same write as what it tells of', () => {
  it.each(Object.entries(acts))('%s', async (action, act) => {
    const place = await withoutList();
    await act(place);
    expect(place.world.recorded.map((entry) => entry.action)).toContain(action);
  });
});

describe('what changes nothing', () => {
  const refused = { code: 'identity.store_unavailable' };
  const disabled = async ({ world, ada, root }: Place): Promise<InMemoryWorld> => {
    await world.updatePerson({ personId: ada.person.id, change: { status: 'disabled' }, caller: root.caller });
    return world;
  };

  it('is not done while it cannot be recorded: nothing is handed out', async () => {
    const { world, ada } = await withoutList();
    await expect(world.exportPerson({ personId: ada.person.id, caller: ada.caller })).rejects.toMatchObject(refused);
  });

  it('is not refused while it cannot be recorded that it was refused', async () => {
    const place = await withoutList();
    place.clock.advance(60_000);
    await expect(arrive(await disabled(place), 'Ada')).rejects.toMatchObject(refused);
  });
});
