import { type Device, newDevice } from './device.ts';
import { environment } from './environment.ts';
import { ask, content, type Reply } from './http.ts';
import { type Member, newEmail, patiently, type Person, signIn } from './people.ts';
import { unique } from './unique.ts';

export type Provider = 'google' | 'microsoft' | 'zoom';
export type Finished = Readonly<{ status: string; next: string; person?: Person; linkToken?: string }>;

const post = <T>(device: Device, path: string, body: object): Promise<Reply<T>> =>
  patiently(() => device.call<T>('POST', `/api/auth/${path}`, { body }));

/** Makes somebody up at a service. */
export async function userAt(
  provider: Provider,
  claims: object = {},
): Promise<Readonly<{ key: string; email: string }>> {
  const [key, { value: email }] = [unique(), newEmail()];
  const body = { subject: key, email, firstName: 'Ana', lastName: 'Bell', ...claims };
  content(await ask(`${environment.sandboxUrl}/sandbox/service-users/${provider}/${key}`, 'PUT', { body }));
  return { key, email };
}

/** Goes to a service and comes back, as a browser does. `consent` says what happens there. */
export async function goTo(
  device: Device,
  provider: Provider,
  consent: string,
  start = `oidc/${provider}/start`,
): Promise<Reply<Finished>> {
  type Begun = { authorizeUrl: string; browserSecret: string };
  const { authorizeUrl, browserSecret } = content(await post<Begun>(device, start, { next: '/profile' }));
  const back = await ask(`${authorizeUrl}&${consent}`, 'GET');
  const query = Object.fromEntries(new URL(back.headers.get('location') ?? 'about:blank').searchParams);
  return post<Finished>(device, 'oidc/callback', { ...query, browserSecret });
}

/** An account at Zoom that signs this person in, linked now. */
export async function spareLink({ contact }: Pick<Member, 'contact'>): Promise<string> {
  const { device } = await signIn(contact, newDevice());
  const { key } = await userAt('zoom');
  content(await goTo(device, 'zoom', `sandbox_user=${key}`, 'me/identities/zoom/start'));
  const { links } = content(await device.call<{ links: { id: string }[] }>('GET', '/api/auth/me/identities'));
  const link = links.at(-1);
  if (link === undefined) throw new Error('nothing was linked');
  return link.id;
}
