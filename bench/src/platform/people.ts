import { IdentityService, type Method } from '@guildhall/contracts/identity/v1/service';
import { anonymous } from '@guildhall/kernel';
import { type Bus, client } from '@guildhall/messaging';
import { inTurns } from './in-turns.ts';

/** Somebody who has signed in to the platform with a browser. */
export type Member = Readonly<{ id: string; displayName: string; cookie: string; csrfToken: string }>;

/** What else is known of each person, by number. */
type More = (number: number) => Readonly<{ roles?: string[]; contacts?: { method: Method; value: string }[] }>;

const atATime = 64;

/** Adds so many people and opens a session for each, by the platform's own methods. */
export function enrol(
  bus: Bus,
  webPort: number,
  count: number,
  family: string,
  more: More = () => ({}),
): Promise<Member[]> {
  const identity = client(bus, IdentityService, { timeoutMs: 10_000 });
  const numbers = Array.from({ length: count }, (_, index) => index);
  return inTurns(numbers, atATime, async (number) => {
    const names = { firstName: letters(number), lastName: family };
    const { id, displayName } = await identity.createPerson({ ...names, ...more(number) });
    const principal = { ...anonymous, kind: 'session', personId: id, displayName } as const;
    const { token } = await identity.createAccessToken({}, { principal });
    const { session } = await identity.redeemAccessToken({ token });
    const cookie = `session=${session?.token ?? ''}`;
    return { id, displayName, cookie, csrfToken: await csrfTokenOf(webPort, cookie) };
  });
}

async function csrfTokenOf(webPort: number, cookie: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${webPort}/api/auth/session`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`a session was refused with status ${answer.status}`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return csrfToken;
}

/** A number as a name: 0 is "Aaa", 27 is "Abb". */
export function letters(number: number): string {
  const digits = [676, 26, 1].map((weight) => Math.floor(number / weight) % 26);
  const [first = '', ...rest] = digits.map((digit) => String.fromCodePoint(97 + digit));
  return first.toUpperCase() + rest.join('');
}
