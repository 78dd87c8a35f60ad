import { AppError } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { loadDemo, type Services } from './load.ts';

/** Services that remember what they were told, as far as the demonstration needs. */
const services = () => {
  const calls: string[] = [];
  const emails = new Set<string>();
  const sites = new Set<string>();
  const answer = (value: unknown) => value as never;
  const fake: Services = {
    identity: {
      listPeople: async () => answer({ people: [{ id: 'admin' }] }),
      updatePerson: async ({ personId, person }) =>
        answer(calls.push(`${personId} is ${person?.firstName} ${person?.lastName}`)),
      createPerson: async ({ contacts = [] }) => {
        const email = contacts[0]?.value ?? '';
        if (emails.has(email)) throw new AppError('conflict', 'identity.contact_taken', 'taken');
        emails.add(email);
        return answer({});
      },
    },
    register: {
      listSites: async () => answer({ sites: [...sites] }),
      createSite: async ({ site }) => answer(sites.add(site?.id ?? '')),
    },
  };
  return { fake, calls, emails, sites };
};

describe('loading the demonstration', () => {
  it('brings two sites, the people, and a name for the administrator', async () => {
    const { fake, calls, emails, sites } = services();
    expect(await loadDemo(fake, 'http://127.0.0.1:8025')).toBe(true);
    expect([...sites]).toEqual(['north', 'quay']);
    expect(emails.size).toBe(11);
    expect(calls).toEqual(['admin is Alex Admin']);
  });

  it('does nothing where there is an organisation already', async () => {
    const { fake, emails, sites } = services();
    sites.add('somewhere');
    expect(await loadDemo(fake, 'http://127.0.0.1:8025')).toBe(false);
    expect(emails.size).toBe(0);
  });

  it('completes a load that was interrupted', async () => {
    const { fake, emails, sites } = services();
    emails.add('rosa.fielding@example.org');
    expect(await loadDemo(fake, 'http://127.0.0.1:8025')).toBe(true);
    expect(emails.size).toBe(11);
    expect(sites.size).toBe(2);
  });

  it('stops at a failure that is not a repetition', async () => {
    const { fake } = services();
    const refusing: Services = {
      ...fake,
      identity: {
        ...fake.identity,
        createPerson: () => Promise.reject(new AppError('unavailable', 'rpc.no_responder', 'nobody answers')),
      },
    };
    await expect(loadDemo(refusing, 'http://127.0.0.1:8025')).rejects.toThrow('nobody answers');
  });
});
