import { vi } from 'vitest';
import { environment } from './environment.ts';
import { ask, content } from './http.ts';
import { administrator } from './people.ts';
import { unique } from './unique.ts';

export type Volunteer = Readonly<{
  volunteerId: string;
  email: string;
  channels: readonly string[];
  status: string;
  version: number;
  district: string;
  branch: string;
  role: string;
  pendingApproval: boolean;
  onboarding: Readonly<{ state: string; reason: string; joinedAt?: string; inviteLinkId: string }>;
  assignments: readonly Readonly<{ assignmentId: string; state: string; role: string }>[];
}>;

const patience = { timeout: 15_000, interval: 50 };

const sandbox = (path: string): string => `${environment.sandboxUrl}/sandbox/${path}`;

/** The workspace as somebody in it sees and changes it. */
export const workspace = {
  /** Somebody is in it; `quiet` where the platform is not to hear of it. */
  join: async (email: string, quiet = false): Promise<string> => {
    const user = { email, name: email.split('@')[0] };
    const body = quiet ? { users: [user], quiet } : user;
    content(await ask(sandbox('slack/users'), 'POST', { body }), 201);
    return content(await ask<{ id: string }>(sandbox(`slack/users/${email}`), 'GET')).id;
  },
  change: async (user: string, change: object): Promise<void> => {
    content(await ask(sandbox(`slack/users/${user}`), 'PATCH', { body: change }));
  },
  addChannel: async (name: string): Promise<string> => {
    content(await ask(sandbox('slack/channels'), 'POST', { body: { name } }), 201);
    return content(await ask<{ id: string }>(sandbox(`slack/channels/${name}`), 'GET')).id;
  },
  changeChannel: async (channel: string, change: object): Promise<void> => {
    content(await ask(sandbox(`slack/channels/${channel}`), 'PATCH', { body: change }));
  },
  members: async (channel: string): Promise<readonly string[]> =>
    content(
      await ask<{ members: readonly Readonly<{ id: string }>[] }>(sandbox(`slack/channels/${channel}/members`), 'GET'),
    ).members.map(({ id }) => id),
  putIn: async (channel: string, user: string): Promise<void> => {
    content(await ask(sandbox(`slack/channels/${channel}/members/${user}`), 'PUT', { body: {} }), 204);
  },
  takeOut: async (channel: string, user: string): Promise<void> => {
    content(await ask(sandbox(`slack/channels/${channel}/members/${user}`), 'DELETE'), 204);
  },
  /** How often each method was called since the count began anew. */
  calls: async (): Promise<Readonly<Record<string, number>>> =>
    content(await ask<{ counts: Readonly<Record<string, number>> }>(sandbox('slack/calls'), 'GET')).counts,
  countAnew: async (): Promise<void> => {
    content(await ask(sandbox('slack/calls'), 'DELETE'), 204);
  },
} as const;

type Role = Readonly<{ key: string; channels: readonly string[]; needsApproval?: boolean }>;

/** Roles and a place that nobody else uses, with their channels there and managed. */
export async function aGuild(roles: (name: (short: string) => string) => readonly Role[]) {
  const suffix = unique().toLowerCase();
  const named = (short: string): string => `${short}-${suffix}`;
  const { device } = await administrator();
  const wanted = roles(named);
  for (const name of new Set(wanted.flatMap(({ channels }) => channels))) {
    await workspace.addChannel(name);
    content(await device.call('POST', '/api/volunteers/channels', { body: { name } }), 201);
  }
  for (const { key, channels, needsApproval = false } of wanted) {
    content(await device.call('POST', '/api/volunteers/roles', { body: { key, channels, needsApproval } }), 201);
  }
  const place = { area: named('haifa'), district: named('north'), branch: named('technion') };
  content(await device.call('POST', '/api/volunteers/locations', { body: place }), 201);
  const enrol = async (role: string, email: string, names = { firstName: 'Dana', lastName: 'Levi' }) => {
    const volunteerId = `0${unique()}`;
    const body = { volunteerId, email, ...names, assignments: [{ ...place, role }] };
    return content(await device.call<Volunteer>('POST', '/api/volunteers', { body }), 201, 202);
  };
  return { device, named, place, enrol };
}

export type Guild = Awaited<ReturnType<typeof aGuild>>;

/** The volunteer once the onboarding has this state. */
export const reaches = ({ device }: Pick<Guild, 'device'>, volunteerId: string, state: string): Promise<Volunteer> =>
  vi.waitFor(async () => {
    const volunteer = content(await device.call<Volunteer>('GET', `/api/volunteers/${volunteerId}`));
    if (volunteer.onboarding.state !== state) {
      throw new Error(`${state} was not reached: ${JSON.stringify(volunteer.onboarding)}`);
    }
    return volunteer;
  }, patience);
