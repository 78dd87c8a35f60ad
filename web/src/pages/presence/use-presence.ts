import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { Presence } from '@guildhall/client';
import { useLive } from '../../api/live.ts';
import { useWords } from '../../words/words.ts';
import { came, type Came, renamed, type Renamed, went, type Went } from './changes.ts';

const askAgainMs = 60_000;

/** Who is inside, kept current by the feed; asked for every minute should the feed be silent. */
export function usePresence(siteId: string) {
  const { presence: words } = useWords();
  const client = useQueryClient();
  const [announcement, announce] = useState('');
  const queryKey = ['presence', siteId];
  const query = useQuery({
    queryKey,
    queryFn: () => api.register.getPresence({ siteId }),
    refetchInterval: askAgainMs,
  });
  const change = (apply: (presence: Presence) => Presence): void =>
    void client.setQueryData<Presence>(queryKey, (presence) => presence && apply(presence));
  const leave = (data: unknown): void => {
    const { visitId } = data as Went;
    const person = client.getQueryData<Presence>(queryKey)?.people.find((one) => one.visitId === visitId);
    if (person) announce(words.wentOut(person.displayName));
    change((presence) => went(presence, data as Went));
  };
  const live = useLive(query.isSuccess ? api.register.streamPresence({ siteId }) : undefined, {
    snapshot: (data) => void client.setQueryData(queryKey, data),
    'visit-opened': (data) => {
      announce(words.cameIn((data as Came).displayName));
      change((presence) => came(presence, data as Came));
    },
    'visit-closed': leave,
    'visit-rolled-over': leave,
    'visitor-renamed': (data) => change((presence) => renamed(presence, data as Renamed)),
  });
  return { ...query, isLive: live.isLive && !query.isRefetchError, lastHeardAt: live.lastHeardAt, announcement };
}
