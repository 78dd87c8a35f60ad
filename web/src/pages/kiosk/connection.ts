import type { KioskEvent } from '@guildhall/client';
import { register } from '@guildhall/client/calls/register';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { ulid } from 'ulid';
import { callWith } from '../../api/http.ts';
import { isUnreachable } from '../../offline/remembered.ts';
import { type Device, timeAt } from './device.ts';
import { enqueue } from './queue.ts';

export const waitingKey = ['kiosk', 'waiting'];

export const kioskApi = (token: string) => register(callWith(token));

export const DeviceContext = createContext<Device | undefined>(undefined);

export function useDevice(): Device {
  const device = useContext(DeviceContext);
  if (!device) throw new Error('this is a part of a paired kiosk');
  return device;
}

type What = Pick<KioskEvent, 'pin' | 'arrival' | 'departure'>;

/** Does something at the platform; where that cannot be reached, keeps it with its time. Undefined: it was kept. */
export function useDoOrKeep() {
  const device = useDevice();
  const client = useQueryClient();
  return async <T>(
    act: (api: ReturnType<typeof kioskApi>, id: string) => Promise<T>,
    what: What | undefined,
  ): Promise<Readonly<{ id: string; at: string; answer: T | undefined }>> => {
    const [id, at] = [ulid(), timeAt(device).toISOString()];
    try {
      return { id, at, answer: await act(kioskApi(device.token), id) };
    } catch (error) {
      if (!isUnreachable(error) || !what) throw error;
      await enqueue({ id, at, ...what });
      await client.invalidateQueries({ queryKey: waitingKey });
      return { id, at, answer: undefined };
    }
  };
}
