import { asText } from '../../routes/search.ts';

const keys = ['q', 'status', 'state', 'area', 'district', 'branch', 'role'] as const;
export type VolunteerFilter = (typeof keys)[number];

/** Which volunteers are looked for, as it stands in the address. */
export type VolunteerSearch = Readonly<Partial<Record<VolunteerFilter, string>>>;

/** What of an address is a search; digits are read as a number, and are text here. */
export const volunteerSearch = (search: Record<string, unknown>): VolunteerSearch =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = asText(search[key]);
      return value ? [[key, value]] : [];
    }),
  );

export const statuses = ['', 'active', 'leaving', 'left', 'all'] as const;

export const states = [
  'NEW',
  'NOT_IN_WORKSPACE',
  'WAITING_FOR_LINK',
  'IN_WORKSPACE',
  'ADDED_TO_CHANNELS',
  'PARTIAL',
  'BLOCKED',
  'EXPIRED',
  'OFFBOARDING',
  'OFFBOARDED',
] as const;
export type OnboardingState = (typeof states)[number];
