import { type Device, newDevice } from './device.ts';
import { content, type Reply } from './http.ts';
import { clock, messagesTo, nextCode } from './sandbox.ts';
import { unique } from './unique.ts';

export type Person = Readonly<{
  id: string;
  handle: string;
  firstName: string;
  lastName: string;
  displayName: string;
  roles: readonly string[];
  contacts: readonly Readonly<{ id: string; method: string; value: string; verifiedAt?: string }>[];
}>;

export type Contact = Readonly<{ method: 'email' | 'sms'; value: string }>;
export type Challenge = Readonly<{ challengeId: string; expiresAt: string; code: string }>;

/** Somebody who is signed in. */
export type Member = Readonly<{ device: Device; person: Person; contact: Contact }>;

type Verified = Readonly<{ status: 'signed_in' | 'needs_name'; person?: Person; registrationToken?: string }>;

export const newEmail = (): Contact => ({ method: 'email', value: `${unique()}@example.org` });

/** One of the numbers that Ofcom keeps free for drama: 07700 900000 to 900999. */
export const newPhone = (): Contact => {
  const digits = String(Math.floor(Math.random() * 800) + 200);
  return { method: 'sms', value: `+447700900${digits}` };
};

/** Does it, and again once the platform's clock has passed whatever limit was in the way. */
export async function patiently<T>(request: () => Promise<Reply<T>>): Promise<Reply<T>> {
  for (let tries = 0; tries < 5; tries += 1) {
    const reply = await request();
    if (reply.status !== 429 && reply.status !== 423) return reply;
    await clock.advance(Number(reply.headers.get('retry-after') ?? 1) + 1);
  }
  throw new Error('still refused after the clock was moved past the limit five times');
}

/** Asks for a code and reads it where it arrives; `written` is how the person writes the contact. */
export async function askForCode(device: Device, contact: Contact, written = contact.value): Promise<Challenge> {
  const { method, value } = contact;
  const earlier = (await messagesTo(method, value)).at(-1)?.id;
  const body = { method, value: written };
  const asked = await patiently(() => device.call<Omit<Challenge, 'code'>>('POST', '/api/auth/challenges', { body }));
  return { ...content(asked, 202), code: await nextCode(method, value, earlier) };
}

export const verify = (device: Device, { challengeId, code }: Challenge): Promise<Reply<Verified>> =>
  device.call('POST', `/api/auth/challenges/${challengeId}/verify`, { body: { code } });

/** Signs somebody in who is known by this contact. */
export async function signIn(contact: Contact, device = newDevice()): Promise<Member> {
  const { person, status } = content(await verify(device, await askForCode(device, contact)));
  if (person === undefined) throw new Error(`nobody is known by this contact: ${status}`);
  return { device, person, contact };
}

/** Signs somebody in for the first time, who gives a name. */
export async function newcomer(firstName = 'Nova', lastName = 'Comer', contact = newEmail()): Promise<Member> {
  const device = newDevice();
  const { registrationToken } = content(await verify(device, await askForCode(device, contact)));
  const body = { registrationToken, firstName, lastName };
  const { person } = content(await device.call<{ person: Person }>('POST', '/api/auth/registrations', { body }), 201);
  return { device, person, contact };
}

let signedIn: Promise<Member> | undefined;

/** The administrator of the demonstration, signed in again only where the clock ended the session. */
export async function administrator(): Promise<Member> {
  const known = await signedIn;
  if (known && (await known.device.call('GET', '/api/auth/session')).status === 200) return known;
  signedIn = signIn({ method: 'email', value: 'admin@example.org' });
  return signedIn;
}

/** Adds a person with these roles, who has not signed in yet. */
export async function addPerson(
  roles: readonly string[] = ['member'],
  names = { firstName: 'Ada', lastName: 'Lovelace' },
): Promise<Readonly<{ person: Person; contact: Contact }>> {
  const contact = newEmail();
  const { device } = await administrator();
  const body = { ...names, kind: 'staff', roles, contacts: [contact] };
  return { person: content(await device.call<Person>('POST', '/api/people', { body }), 201), contact };
}

/** Somebody with these roles, signed in. */
export async function memberWith(roles: readonly string[], names?: Readonly<{ firstName: string; lastName: string }>) {
  const { contact } = await addPerson(roles, names);
  return signIn(contact);
}

/** A device that acts for this person by a personal token. */
export async function withToken({ device }: Pick<Member, 'device'>): Promise<Device> {
  const asked = () => device.call<{ token: string }>('POST', '/api/auth/access-token', { body: {} });
  return newDevice({ token: content(await patiently(asked), 201).token });
}
