import { newDevice } from './device.ts';
import { content } from './http.ts';
import { administrator, type Contact, type Member, memberWith, patiently, type Person, signIn } from './people.ts';
import { messagesTo, nextCode } from './sandbox.ts';

type Asked = Readonly<{ challengeId: string }>;

/** A number for drama that nobody has yet. */
export async function freePhone(): Promise<Contact> {
  const { device } = await administrator();
  const first = Math.floor(Math.random() * 800);
  for (let i = 0; i < 800; i += 1) {
    const value = `+447700900${200 + ((first + i) % 800)}`;
    const found = await device.call<{ people: readonly object[] }>('GET', `/api/people?query=${value.slice(1)}`);
    if (content(found).people.length === 0) return { method: 'sms', value };
  }
  throw new Error('every number for drama is taken');
}

/** Adds a contact to somebody's own, proven by the code that reaches it. */
export async function addContact({ device }: Pick<Member, 'device'>, contact: Contact): Promise<Person> {
  const { method, value } = contact;
  const earlier = (await messagesTo(method, value)).at(-1)?.id;
  const asked = await patiently(() => device.call<Asked>('POST', '/api/people/me/contacts', { body: contact }));
  const { challengeId } = content(asked, 202);
  const body = { challengeId, code: await nextCode(method, value, earlier) };
  return content(await device.call<Person>('POST', '/api/people/me/contacts/verify', { body }));
}

/** Proves once more who somebody is, by the code that their contact gets. */
export async function prove({ device, contact }: Member): Promise<void> {
  const { method, value } = contact;
  const earlier = (await messagesTo(method, value)).at(-1)?.id;
  const path = '/api/auth/reauthenticate';
  const asked = await patiently(() => device.call<Asked>('POST', `${path}/challenges`, { body: {} }));
  const { challengeId } = content(asked, 202);
  const code = await nextCode(method, value, earlier);
  content(await device.call('POST', path, { body: { code: { challengeId, code } } }));
}

/** An administrator of this test's own, who has just proven who they are. */
export async function provenAdministrator(): Promise<Member> {
  const member = await memberWith(['administrator'], { firstName: 'Prudence', lastName: 'Prover' });
  await prove(member);
  return member;
}

/** Somebody with an e-mail address and a phone. */
export async function memberWithPhone(names?: Readonly<{ firstName: string; lastName: string }>) {
  const member = await memberWith(['member'], names);
  const phone = await freePhone();
  await addContact(member, phone);
  return { ...member, phone };
}

/** Somebody whom a text message reaches and nothing else. */
export async function phoneOnly(firstName: string, lastName: string): Promise<Member> {
  const contact = await freePhone();
  const { device } = await administrator();
  const body = { firstName, lastName, kind: 'staff', roles: ['member'], contacts: [contact] };
  content(await device.call('POST', '/api/people', { body }), 201);
  return signIn(contact, newDevice());
}
