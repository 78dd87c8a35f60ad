import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../api/problem.ts';
import { isUnreachable } from '../../offline/remembered.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { canScan, CodeScanner } from '../../parts/code-scanner.tsx';
import { kioskApi, useDevice, useDoOrKeep } from './connection.ts';
import { timeAt } from './device.ts';
import { type Guest, guestsNamed, removeGuest } from './queue.ts';
import { Result } from './result.tsx';
import { KioskStep } from './step.tsx';
import { shownName, tokenIn } from './visit.ts';
import { useKioskWords } from './words.ts';

type Props = Readonly<{ isAway: boolean; onDone: () => void }>;

type Leaver = Readonly<{ guest: Guest } | { token: string }>;

/** Who leaves, by name or by the code of badge or invitation. */
export function LeaveFlow({ isAway, onDone }: Props) {
  const words = useKioskWords();
  const [name, setName] = useState('');
  const [isScanning, setScanning] = useState(false);
  const { mutate, data, error } = useDeparture();
  const found = useLeavers(name, isAway);
  if (data) {
    const shown = data.answer?.shownName ?? data.name;
    return <Result title={words.left(shown)} tone="out" isKept={!data.answer} onDone={onDone} />;
  }
  if (isScanning && !error) {
    return (
      <KioskStep title={words.leaveScan} onBack={() => setScanning(false)}>
        <CodeScanner
          hint={words.cameraHint}
          off={words.cameraOff}
          onCode={(code) => mutate({ token: tokenIn(code) })}
        />
      </KioskStep>
    );
  }
  return (
    <KioskStep title={words.leaveTitle} hint={words.leaveHint} onBack={onDone}>
      {error && <ProblemAlert error={error} />}
      <TextInput
        label={words.name}
        size="xl"
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
      />
      <div className="kiosk-found" role="status">
        {found?.length === 0 && <p>{words.leaveNone}</p>}
        {found?.map((guest) => (
          <button key={guest.id} type="button" className="kiosk-pick" onClick={() => mutate({ guest })}>
            {guest.name}
          </button>
        ))}
      </div>
      {canScan() && !isAway && (
        <button type="button" className="kiosk-button" onClick={() => setScanning(true)}>
          {words.leaveScan}
        </button>
      )}
    </KioskStep>
  );
}

const [typingMs, shortest] = [250, 2];

/** Visitors inside by a part of their name; without a connection, those who came in here. */
function useLeavers(name: string, isAway: boolean): readonly Guest[] | undefined {
  const device = useDevice();
  const [wanted] = useDebouncedValue(name.trim(), typingMs);
  const { data } = useQuery({
    queryKey: ['kiosk', 'leavers', wanted, isAway],
    queryFn: async () => {
      const here = await guestsNamed(wanted, timeAt(device));
      if (isAway) return here;
      const known = await kioskApi(device.token)
        .findExpected({ name: wanted })
        .catch((error: unknown) => {
          if (!isUnreachable(error)) throw error;
          return undefined;
        });
      if (!known) return here;
      const inside = known.visitors.filter((one) => one.inside);
      return inside.map(({ id, name: shown }): Guest => ({ id, name: shown, at: '', visitorId: id }));
    },
    enabled: wanted.length >= shortest,
    networkMode: 'always',
    retry: false,
    gcTime: 0,
  });
  return data;
}

function useDeparture() {
  const doOrKeep = useDoOrKeep();
  return useMutation({
    mutationFn: async (leaver: Leaver) => {
      if ('token' in leaver) {
        const { answer } = await doOrKeep((api) => api.leaveAtKiosk({ token: leaver.token }), undefined);
        return { answer, name: '' };
      }
      const { id, name, visitorId } = leaver.guest;
      const departure = visitorId ? { visitorId } : { arrivalEventId: id };
      // Who came in without a connection leaves the same way: the platform does not know them yet.
      const { answer } = await doOrKeep(
        (api, eventId) => (visitorId ? api.leaveAtKiosk({ visitorId }, { idempotencyKey: eventId }) : outOfReach()),
        { departure },
      );
      await removeGuest(id);
      return { answer, name: shownName(name) };
    },
  });
}

const outOfReach = (): Promise<never> => Promise.reject(new Problem(0, {}));
