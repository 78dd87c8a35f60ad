import type { Clock } from '@guildhall/kernel';
import type { Credential, Holder, Resolve } from './credential.ts';
import { type Recent, recent } from './recent.ts';

type Entry<Person> = {
  readonly found: Promise<Holder<Person> | undefined>;
  readonly atMs: number;
  holder: Holder<Person> | undefined;
  isAnswered: boolean;
  isRenewing: boolean;
};

type Deps<Person> = Readonly<{
  resolve: Resolve<Person>;
  clock: Clock;
  /** Milliseconds of real time. */
  realNow: () => number;
  /** The most credentials to remember; the one unused for longest goes first. */
  capacity: number;
}>;

export type CredentialCache<Person> = Readonly<{
  find(credential: Credential): Promise<Holder<Person> | undefined>;
  /** Asks identity, whatever is remembered. */
  findAnew(credential: Credential): Promise<Holder<Person> | undefined>;
  forgetPerson(personId: string): void;
  forgetSession(sessionId: string): void;
  /** While revocations may not reach us, what is remembered is believed for two seconds only. */
  hears(isHearing: boolean): void;
}>;

const freshMs = 30_000;
const renewMs = 20_000;
const doubtfulMs = 2_000;

/**
 * Remembers who is behind a credential for as long as that can be trusted. Requests at the same time ask once, and who
 * comes often never waits: what is about to run out is asked again meanwhile.
 */
export function credentialCache<Person>(deps: Deps<Person>): CredentialCache<Person> {
  const entries = recent<Entry<Person>>(deps.capacity);
  let isHearing = true;

  const ask = (credential: Credential): Entry<Person> => {
    const found = deps.resolve(credential);
    const entry: Entry<Person> = {
      found,
      atMs: deps.realNow(),
      holder: undefined,
      isAnswered: false,
      isRenewing: false,
    };
    entries.put(credential.key, entry);
    found.then(
      (holder) => Object.assign(entry, { holder, isAnswered: true }),
      () => entries.remove((one) => one === entry),
    );
    return entry;
  };

  const isFresh = ({ holder, isAnswered, atMs }: Entry<Person>): boolean => {
    const trustedMs = holder !== undefined && isHearing ? freshMs : doubtfulMs;
    if (isAnswered && deps.realNow() - atMs >= trustedMs) return false;
    return holder?.expiresAt === undefined || holder.expiresAt > deps.clock.now();
  };

  // What is still being asked may have been answered before the revocation: it is not remembered either.
  const forget = (isMeant: (holder: Holder<Person>) => boolean): void =>
    entries.remove(({ holder, isAnswered }) => !isAnswered || (holder !== undefined && isMeant(holder)));

  return {
    find: (credential) => {
      const known = entries.get(credential.key);
      if (!known || !isFresh(known)) return ask(credential).found;
      renew(deps, entries, credential, known);
      return known.found;
    },
    findAnew: (credential) => ask(credential).found,
    forgetPerson: (personId) => forget(({ principal }) => principal.personId === personId),
    forgetSession: (sessionId) => forget(({ principal }) => principal.sessionId === sessionId),
    hears: (hearing) => void (isHearing = hearing),
  };
}

/** Asks again what is about to run out, and puts the answer in its place. */
function renew<Person>(
  { resolve, realNow }: Deps<Person>,
  entries: Recent<Entry<Person>>,
  credential: Credential,
  known: Entry<Person>,
): void {
  const atMs = realNow();
  if (known.isRenewing || known.holder === undefined || atMs - known.atMs < renewMs) return;
  known.isRenewing = true;
  const found = resolve(credential);
  found.then(
    (holder) => {
      // What was forgotten meanwhile stays forgotten: the answer may be older than the revocation.
      if (entries.get(credential.key) !== known) return;
      entries.put(credential.key, { found, atMs, holder, isAnswered: true, isRenewing: false });
    },
    () => (known.isRenewing = false),
  );
}
