import type { GetSessionResponse, Person, Site, SiteSummary, Status } from '@guildhall/client';

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
  timeZone: '',
  locale: '',
  preferredContactId: '',
  reminders: true,
  visible: false,
  source: 'sign-up',
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
  entranceDetails: [],
  whoIsVisible: false,
};

/** The same site as its administrators see it. */
export const northSite: Site = {
  id: north.id,
  name: north.name,
  timeZone: north.timeZone,
  today: north.today,
  dayRollover: '04:00',
  carryOver: true,
  declaration: { text: 'I know the fire exits.', version: 1 },
  entrances: [],
  entranceDetails: [],
  slackWebhooks: [],
  capacity: 0,
  hardStop: false,
  wardens: [],
  firstAiders: [],
  safetyList: [],
  coverMinutes: 0,
  openingDays: [],
  holidays: [],
  reminders: [],
  retentionDays: 30,
  whoSees: 'off',
};

export const out: Status = { state: 'out', today: '2026-03-02', now: '2026-03-02T09:00:00Z' };
