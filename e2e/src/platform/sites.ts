import { vi } from 'vitest';
import type { Device } from './device.ts';
import { environment } from './environment.ts';
import { content, type Reply } from './http.ts';
import { administrator } from './people.ts';
import { clock } from './sandbox.ts';
import { unique } from './unique.ts';

export type Site = Readonly<{
  id: string;
  name: string;
  timeZone: string;
  today: string;
  /** The Slack channel that is told of movements. */
  channel: string;
}>;

export type Movement = Readonly<{ visitId?: string; changed: boolean; occupancy: number; at: string }>;
export type Status = Readonly<{ state: 'in' | 'out'; since?: string; today: string; visitId?: string }>;
export type Inside = Readonly<{ personId: string; displayName: string; since: string; visitId: string }>;
export type Presence = Readonly<{ people: readonly Inside[]; count: number; today: string }>;

/** A zone in which the day has begun a few hours ago, so that it does not end while a test goes on. */
const morningZone = (now: Date): string => {
  const ahead = 6 - now.getUTCHours();
  const hours = ahead < -11 ? ahead + 24 : ahead;
  return `Etc/GMT${hours >= 0 ? '-' : '+'}${Math.abs(hours)}`;
};

/** A site of this test's own, with a Slack channel of its own. */
export async function newSite(settings: Readonly<Record<string, unknown>> = {}): Promise<Site> {
  const { device } = await administrator();
  const id = unique();
  const url = `${environment.sandboxUrl}/slack/services/T0GUILD/B0${id.toUpperCase()}/e2e`;
  const timeZone = morningZone(await clock.now());
  const body = { id, name: `Site ${id}`, timeZone, slackWebhooks: [{ url }], ...settings };
  const site = content(await device.call<Site>('POST', '/api/register/sites', { body }), 201);
  return { ...site, channel: `#${id}` };
}

export const move = (device: Device, direction: 'in' | 'out', siteId: string, more: object = {}) =>
  device.call<Movement>('POST', `/api/register/me/sign-${direction}`, { body: { siteId, ...more } });

export const statusOf = async (device: Device, siteId: string): Promise<Status> =>
  content(await device.call<Status>('GET', `/api/register/me/status?siteId=${siteId}`));

export const askPresence = (device: Device, siteId: string): Promise<Reply<Presence>> =>
  device.call('GET', `/api/register/sites/${siteId}/presence`);

export const presenceAt = async (siteId: string): Promise<Presence> =>
  content(await askPresence((await administrator()).device, siteId));

type Badge = Readonly<{ badgeId: string; personId: string; label?: string }>;

/** Gives a badge to somebody who may be new: the register hears of them a moment later. */
export const giveBadge = async (badge: Badge): Promise<string> => {
  const { device } = await administrator();
  const give = async (): Promise<string> =>
    content(await device.call<{ id: string }>('POST', '/api/register/badges', { body: badge }), 200, 201).id;
  return vi.waitFor(give, { timeout: 10_000, interval: 50 });
};
