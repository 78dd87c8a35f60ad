import { AppError } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { loadVolunteering, type Volunteering } from './load-volunteering.ts';
import { CHANNELS, PLACES, ROLES, VOLUNTEERS } from './volunteering.ts';

/** Services that remember what they were told, and take nothing twice. */
const services = () => {
  const made: string[] = [];
  const make = async (what: string): Promise<never> => {
    if (made.includes(what)) throw new AppError('conflict', 'volunteers.duplicate', 'taken');
    made.push(what);
    return {} as never;
  };
  const fake: Volunteering = {
    rules: {
      createChannel: ({ name = '' }) => make(`#${name}`),
      createRole: ({ key = '' }) => make(`role ${key}`),
      createLocation: ({ branch = '' }) => make(`at ${branch}`),
    },
    volunteers: { createVolunteer: ({ email = '' }) => make(email) },
    access: {
      listInviteLinks: async () => ({ links: made.includes('link') ? [{}] : [] }) as never,
      createInviteLink: () => make('link'),
    },
  };
  return { fake, made };
};

describe('loading volunteers', () => {
  it('brings channels, roles, places, people and a link, in this order', async () => {
    const { fake, made } = services();
    expect(await loadVolunteering(fake)).toBe(true);
    expect(made).toHaveLength(CHANNELS.length + ROLES.length + PLACES.length + VOLUNTEERS.length + 1);
    expect([made[0], made.at(-1)]).toEqual(['#t_area_district', 'link']);
    expect(made).toContain('maya.levi@example.org');
  });

  it('does nothing where there is a link', async () => {
    const { fake, made } = services();
    made.push('link');
    expect(await loadVolunteering(fake)).toBe(false);
    expect(made).toEqual(['link']);
  });

  it('completes a load that was interrupted', async () => {
    const { fake, made } = services();
    made.push('#teams', 'role volunteer', 'maya.levi@example.org');
    expect(await loadVolunteering(fake)).toBe(true);
    expect(new Set(made).size).toBe(made.length);
    expect(made).toContain('link');
  });
});

describe('the volunteers of the demonstration', () => {
  it('have roles and places that there are, and ids of their own', () => {
    expect(new Set(VOLUNTEERS.map(({ volunteerId }) => volunteerId)).size).toBe(VOLUNTEERS.length);
    for (const { role, place } of VOLUNTEERS) {
      expect(ROLES.map(({ key }) => key)).toContain(role);
      expect(PLACES).toContain(place);
    }
  });

  it('are partly in the workspace of the sandbox', () => {
    const outside = VOLUNTEERS.filter(({ email }) => email.endsWith('@example.com'));
    expect([VOLUNTEERS.length, outside.length]).toEqual([12, 6]);
    for (const { email } of VOLUNTEERS) expect(email).toMatch(/^[a-z]+\.[a-z]+@example\.(org|com)$/);
  });

  it('have roles that give channels which there are', () => {
    for (const { channels } of ROLES) for (const name of channels) expect(CHANNELS).toContain(name);
  });
});
