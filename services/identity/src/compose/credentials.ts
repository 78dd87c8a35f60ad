import { hkdfSync } from 'node:crypto';
import { CredentialService } from '@guildhall/contracts/identity/v1/credentials';
import { serve } from '@guildhall/messaging';
import { aggregates, dueItems, type Offer, type Store } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { appTokensIndexes, appTokensRepository, type AppTokensState } from '../adapters/mongo/app-tokens.repository.ts';
import { deviceIndexes, deviceRepository, type DeviceState } from '../adapters/mongo/device.repository.ts';
import {
  type CeremonyState,
  passkeyIndexes,
  passkeyRepository,
  type PasskeyState,
  usedCeremonies,
} from '../adapters/mongo/passkey.repository.ts';
import {
  pinIndexes,
  pinRepository,
  type PinState,
  pinTriesRepository,
  type PinTriesState,
} from '../adapters/mongo/pin.repository.ts';
import { auditMessage, withAudits } from '../adapters/nats/audit.messages.ts';
import { credentialService } from '../adapters/nats/credential.service.ts';
import { appTokensMessage, deviceMessage } from '../adapters/nats/person.messages.ts';
import { signedCeremonies } from '../adapters/node/ceremonies.ts';
import { hmacPins } from '../adapters/node/pin-codes.ts';
import { jsonWebTokens } from '../adapters/node/signed-tokens.ts';
import { placeOf, webAuthn } from '../adapters/webauthn/web-authn.ts';
import {
  type CredentialSurroundings,
  type CredentialUseCases,
  credentialUseCases,
} from '../app/credential-use-cases.ts';
import type { Settings } from '../config.ts';

/** What credentials keep, among what the whole process keeps. */
export const credentialCollections = (store: Store, offer: Offer) => ({
  appTokens: aggregates<AppTokensState>({ store, offer, collection: 'app_tokens', indexes: appTokensIndexes }),
  devices: aggregates<DeviceState>({ store, offer, collection: 'devices', indexes: deviceIndexes }),
  passkeys: aggregates<PasskeyState>({ store, offer, collection: 'passkeys', indexes: passkeyIndexes }),
  ceremonies: aggregates<CeremonyState>({ store, offer, collection: 'used_ceremonies' }),
  pins: aggregates<PinState>({ store, offer, collection: 'pins', indexes: pinIndexes }),
  pinTries: aggregates<PinTriesState>({ store, offer, collection: 'pin_tries' }),
});

type Collections = ReturnType<typeof credentialCollections>;
type Identity = Process<Settings>;

/** What resolving a credential needs of them. */
export const credentialPorts = (kept: Pick<Collections, 'appTokens' | 'devices'>, settings: Settings) => ({
  appTokens: appTokensRepository({ appTokens: kept.appTokens, toMessage: withAudits(appTokensMessage) }),
  devices: deviceRepository({ devices: kept.devices, toMessage: withAudits(deviceMessage) }),
  signedTokens: jsonWebTokens({
    current: settings.APP_TOKEN_KEY,
    previous: settings.APP_TOKEN_KEY_PREVIOUS,
    issuer: settings.PUBLIC_URL,
  }),
});

/** Tokens of the app, passkeys, kiosks and own contacts: puts them together and opens them to calls. */
export async function openCredentials(process: Identity, kept: Collections, around: CredentialSurroundings) {
  const { settings, bus, life, log } = process;
  const used = usedCeremonies(kept.ceremonies);
  const given = {
    ...credentialPorts(kept, settings),
    passkeys: passkeyRepository({ passkeys: kept.passkeys, toMessage: auditMessage }),
    ceremonies: signedCeremonies(keyFor(settings.APP_TOKEN_KEY, 'passkey ceremonies')),
    usedCeremonies: used,
    webAuthn: webAuthn(placeOf(settings.PUBLIC_URL)),
    pins: pinRepository({ pins: kept.pins, toMessage: auditMessage }),
    pinTries: pinTriesRepository(kept.pinTries),
    pinCodes: hmacPins(settings.PIN_KEY),
  };
  const use = credentialUseCases(given, around);
  await forgetWhatIsOver(process, kept, use, (id) => used.remove(id));
  const calls = serve(bus, CredentialService, credentialService(use), {
    report: (error, method) => log.error({ error, method: method.name }, 'a call failed'),
  });
  await life.hold('credential calls', calls, (held) => held.close());
  return { use, given };
}

/** One key for each use, from one that is kept. */
const keyFor = (key: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, '', `guildhall identity ${use}`, 32));

async function forgetWhatIsOver(
  { clock, life, log }: Identity,
  kept: Collections,
  use: CredentialUseCases,
  forgetCeremony: (id: string) => Promise<void>,
) {
  const report = (error: unknown): void => log.warn({ error }, 'something due could not be forgotten');
  const forgotten = [
    dueItems({ of: kept.appTokens, clock, report, handle: use.forgetAppTokens }),
    dueItems({ of: kept.pins, clock, report, handle: use.forgetPin }),
    dueItems({ of: kept.passkeys, clock, report, handle: use.forgetPasskey }),
    dueItems({ of: kept.pinTries, clock, report, handle: use.forgetTries }),
    dueItems({ of: kept.ceremonies, clock, report, handle: forgetCeremony }),
  ];
  for (const due of forgotten) {
    await life.hold('due items', due, (held) => held.close());
    await life.hold('clock listener', clock.onMove(due.nudge), (stop) => stop());
  }
}
