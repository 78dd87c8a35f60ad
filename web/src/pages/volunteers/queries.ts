import { queryOptions } from '@tanstack/react-query';
import { volunteers } from '../../api/volunteers.ts';

// What people seldom change.
const longMs = 60_000;

export const rolesQuery = queryOptions({
  queryKey: ['volunteers', 'roles'],
  queryFn: async () => (await volunteers.listRoles()).roles,
  staleTime: longMs,
});

export const placesQuery = queryOptions({
  queryKey: ['volunteers', 'places'],
  queryFn: async () => (await volunteers.listLocations()).locations,
  staleTime: longMs,
});

export const channelsQuery = queryOptions({
  queryKey: ['volunteers', 'channels'],
  queryFn: async () => (await volunteers.listChannels()).channels,
  staleTime: longMs,
});

export const rulesQuery = queryOptions({
  queryKey: ['volunteers', 'rules'],
  queryFn: () => volunteers.listRules(),
});

const settlingMs = 3_000;
// What the platform does next for somebody in one of these states is a matter of seconds.
const settling = new Set(['NEW', 'IN_WORKSPACE', 'OFFBOARDING']);

export const volunteerQuery = (volunteerId: string) =>
  queryOptions({
    queryKey: ['volunteers', 'one', volunteerId],
    queryFn: () => volunteers.getVolunteer({ volunteerId }),
    refetchInterval: ({ state: { data } }) => (data && settling.has(data.onboarding.state) ? settlingMs : 30_000),
  });
