import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { kioskApi, useDevice } from './connection.ts';
import { KioskStep } from './step.tsx';
import { useKioskWords } from './words.ts';

type Props = Readonly<{ isAway: boolean; onHost: (id: string, name: string) => void; onBack: () => void }>;

const typingMs = 250;

/** The person who is visited, by name and nothing else. */
export function HostStep({ isAway, onHost, onBack }: Props) {
  const words = useKioskWords();
  const { token } = useDevice();
  const [name, setName] = useState('');
  const [wanted] = useDebouncedValue(name.trim(), typingMs);
  const { data } = useQuery({
    queryKey: ['kiosk', 'hosts', wanted],
    queryFn: async () => (await kioskApi(token).findHosts({ name: wanted })).hosts,
    enabled: wanted.length >= 2 && !isAway,
    networkMode: 'always',
    retry: false,
    gcTime: 0,
  });
  const none = (
    <button type="button" className="kiosk-button" onClick={() => onHost('', '')}>
      {isAway ? words.next : words.hostNone}
    </button>
  );
  return (
    <KioskStep title={words.hostTitle} {...(isAway && { hint: words.hostOffline })} onBack={onBack} foot={none}>
      {!isAway && (
        <TextInput
          label={words.hostName}
          size="xl"
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <div className="kiosk-found" role="status">
        {data?.length === 0 && <p>{words.hostNotFound}</p>}
        {data?.map(({ id, name: shown }) => (
          <button key={id} type="button" className="kiosk-pick" onClick={() => onHost(id, shown)}>
            {shown}
          </button>
        ))}
      </div>
    </KioskStep>
  );
}
