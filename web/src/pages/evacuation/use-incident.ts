import type {
  Incident,
  RollCallCallsChanged,
  RollCallEnded,
  RollCallEntryAdded,
  RollCallMarked,
  RollCallSignedOut,
} from '@guildhall/client';
import { useRef } from 'react';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { useLive } from '../../api/live.ts';
import { remembered, type Remembered } from '../../offline/remembered.ts';
import { added, called, ended, marked, signedOut } from './roll-call.ts';

// Now and then also while the feed is heard: it may lose a word about a message. Often while it is not.
const [askMs, askAloneMs] = [30_000, 4_000];

export const incidentQuery = (incidentId: string) =>
  queryOptions({
    queryKey: ['incident', incidentId],
    queryFn: () => remembered(`incident:${incidentId}`, () => api.register.getIncident({ incidentId })),
    networkMode: 'always',
    refetchOnReconnect: 'always',
    staleTime: 0,
  });

/** The board of an incident as it changes. */
export function useIncident(incidentId: string) {
  const client = useQueryClient();
  const heard = useRef(false);
  const isOpenNow = (one: Remembered<Incident> | undefined): boolean => one?.value.open ?? true;
  const query = useQuery({
    ...incidentQuery(incidentId),
    refetchInterval: ({ state }) => isOpenNow(state.data) && (heard.current ? askMs : askAloneMs),
  });
  const change = (apply: (incident: Incident) => Incident): void =>
    void client.setQueryData(
      incidentQuery(incidentId).queryKey,
      (before) => before && { value: apply(before.value), at: new Date(), isNew: true },
    );
  const isFollowed = query.data?.isNew === true && query.data.value.open;
  const { isLive } = useLive(isFollowed ? api.register.streamIncident({ incidentId }) : undefined, {
    snapshot: (data) => change(() => data as Incident),
    'roll-call-entry-added': (data) => change((incident) => added(incident, data as RollCallEntryAdded)),
    'roll-call-marked': (data) => change((incident) => marked(incident, data as RollCallMarked)),
    'roll-call-signed-out': (data) => change((incident) => signedOut(incident, data as RollCallSignedOut)),
    'roll-call-calls-changed': (data) => change((incident) => called(incident, data as RollCallCallsChanged)),
    'roll-call-ended': (data) => change((incident) => ended(incident, data as RollCallEnded)),
  });
  heard.current = isLive;
  return { ...query, incident: query.data?.value, heardAt: query.data?.at, isLive, change };
}
