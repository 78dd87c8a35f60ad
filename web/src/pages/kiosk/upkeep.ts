import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { isProblem } from '../../api/problem.ts';
import { useOnline } from '../../offline/online.ts';
import { isUnreachable } from '../../offline/remembered.ts';
import { type Device, deviceOf } from './device.ts';
import { handIn, waiting } from './queue.ts';
import { kioskApi, useDevice, waitingKey } from './connection.ts';

const [signOfLifeMs, handInMs] = [30_000, 10_000];

export type Upkeep = Readonly<{ isAway: boolean; pending: number; refused: number }>;

/** Keeps the kiosk in step with the platform: settings, clock, and what waits to be sent. */
export function useUpkeep(onChange: (device: Device | undefined) => void): Upkeep {
  const { token } = useDevice();
  const isOnline = useOnline();
  const config = useQuery({
    queryKey: ['kiosk', 'config', token],
    queryFn: async () => deviceOf(token, await kioskApi(token).getKioskConfig()),
    refetchInterval: signOfLifeMs,
    networkMode: 'always',
    refetchOnReconnect: 'always',
    retry: false,
  });
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => {
    if (config.data) change.current(config.data);
  }, [config.data]);
  const isOver = isProblem(config.error) && (config.error.status === 401 || config.error.status === 403);
  useEffect(() => {
    if (isOver) change.current(undefined);
  }, [isOver]);
  const isAway = !isOnline || (config.isError && isUnreachable(config.error));
  return { isAway, ...useQueue(token, isAway) };
}

function useQueue(token: string, isAway: boolean): Pick<Upkeep, 'pending' | 'refused'> {
  const client = useQueryClient();
  const [refused, setRefused] = useState(0);
  const { data: events } = useQuery({ queryKey: waitingKey, queryFn: waiting, networkMode: 'always', staleTime: 0 });
  const pending = events?.length ?? 0;
  useEffect(() => {
    if (pending === 0 || isAway) return undefined;
    const send = (): void =>
      void handIn(kioskApi(token))
        .then((lost) => setRefused((before) => before + lost.length))
        // What could not be sent is sent with the next turn.
        .catch(() => undefined)
        .then(() => client.invalidateQueries({ queryKey: waitingKey }));
    send();
    const timer = setInterval(send, handInMs);
    return () => clearInterval(timer);
  }, [client, token, pending, isAway]);
  return { pending, refused };
}
