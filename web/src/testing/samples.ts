import type { GetSessionResponse, Person, SiteSummary, Status } from '../api/gen/client.ts';

export const ada: Person = {
  id: 'p1',
  handle: 'ada.lovelace',
  firstName: 'Ada',
  lastName: 'Lovelace',
  displayName: 'Ada Lovelace',
  kind: 'staff',
  status: 'active',
  roles: ['member'],
  contacts: [{ id: 'c1', method: 'email', value: 'ada@example.org', verifiedAt: '2026-03-01T09:00:00Z' }],
  createdAt: '2026-03-01T09:00:00Z',
  flags: {},
};

export const sessionOf = (...permissions: string[]): GetSessionResponse => ({
  person: ada,
  permissions,
  csrfToken: 'csrf-1',
});

export const north: SiteSummary = {
  id: 'north',
  name: 'North Workshop',
  timeZone: 'Europe/London',
  today: '2026-03-02',
  entrances: [],
};

export const out: Status = { state: 'out', today: '2026-03-02', now: '2026-03-02T09:00:00Z' };
