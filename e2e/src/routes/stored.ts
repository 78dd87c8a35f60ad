import type { Device } from '../platform/device.ts';
import { content } from '../platform/http.ts';

type Page = Readonly<{ people: readonly object[]; nextPageToken?: string }>;
type Sites = Readonly<{ sites: readonly Readonly<{ id: string; today: string }>[] }>;
type Sessions = Readonly<{ sessions: readonly Readonly<{ id: string }>[] }>;

/** What is stored, as far as its administrator can read it: a test compares it with what is stored later. */
export async function stored(administrator: Device): Promise<object> {
  const [people, sites, sessions] = await Promise.all([
    everybody(administrator),
    everySite(administrator),
    administrator.call<Sessions>('GET', '/api/auth/sessions'),
  ]);
  return { people, sites, sessions: content(sessions).sessions.map(({ id }) => id) };
}

async function everybody(device: Device, pageToken = ''): Promise<readonly object[]> {
  const path = `/api/people?pageSize=200${pageToken && `&pageToken=${encodeURIComponent(pageToken)}`}`;
  const { people, nextPageToken } = content(await device.call<Page>('GET', path));
  return nextPageToken === undefined ? people : [...people, ...(await everybody(device, nextPageToken))];
}

/** Without their day, which is nobody's doing. */
async function everySite(device: Device): Promise<readonly object[]> {
  const { sites } = content(await device.call<Sites>('GET', '/api/register/sites'));
  const read = sites.map(async ({ id }) => {
    const { today: _, ...settings } = content(await device.call<Sites['sites'][0]>('GET', `/api/register/sites/${id}`));
    return settings;
  });
  return Promise.all(read);
}
