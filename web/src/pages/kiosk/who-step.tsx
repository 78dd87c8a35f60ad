import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ExpectedVisitor } from '@guildhall/client';
import { Choice } from '../../parts/choice.tsx';
import { canScan, CodeScanner } from '../../parts/code-scanner.tsx';
import { kioskApi, useDevice } from './connection.ts';
import { KioskStep } from './step.tsx';
import { tokenIn, type Visit } from './visit.ts';
import { useKioskWords } from './words.ts';

type Props = Readonly<{
  visit: Visit;
  isAway: boolean;
  onSaid: (visit: Visit) => void;
  onBack: () => void;
}>;

const typingMs = 250;

/** Name and company; who is expected finds themselves, and an invitation says it all. */
export function WhoStep({ visit, isAway, onSaid, onBack }: Props) {
  const words = useKioskWords();
  const { config } = useDevice();
  const [draft, setDraft] = useState(visit);
  const [isScanning, setScanning] = useState(false);
  const set = (change: Partial<Visit>): void => setDraft((before) => ({ ...before, ...change }));
  const { expected: _expected, invitation: _invitation, ...plain } = draft;
  if (isScanning) {
    return (
      <KioskStep title={words.invitation} onBack={() => setScanning(false)}>
        <CodeScanner
          hint={words.cameraHint}
          off={words.cameraOff}
          onCode={(code) => onSaid({ ...plain, invitation: tokenIn(code) })}
        />
      </KioskStep>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (draft.name.trim()) onSaid(plain);
  };
  const next = (
    <button type="submit" form="who" className="kiosk-button kiosk-primary" disabled={!draft.name.trim()}>
      {words.next}
    </button>
  );
  return (
    <KioskStep title={words.whoTitle} onBack={onBack} foot={next}>
      <form id="who" className="kiosk-form" onSubmit={submit} autoComplete="off">
        <TextInput
          label={words.name}
          size="xl"
          value={draft.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        {!isAway && (
          <Expected name={draft.name} onChosen={(one) => onSaid({ ...plain, kind: one.kind, expected: one })} />
        )}
        <TextInput
          label={words.company}
          size="xl"
          value={draft.company}
          onChange={({ currentTarget }) => set({ company: currentTarget.value })}
          maxLength={100}
          autoComplete="off"
        />
        {config.phone !== 'off' && (
          <TextInput
            type="tel"
            label={words.phone}
            description={words.phoneHint}
            size="xl"
            value={draft.phone}
            onChange={({ currentTarget }) => set({ phone: currentTarget.value })}
            maxLength={32}
            autoComplete="off"
          />
        )}
        <Choice
          legend={words.kind}
          value={draft.kind}
          options={[
            { value: 'visitor', label: words.visitor },
            { value: 'contractor', label: words.contractor },
          ]}
          onChange={(kind) => set({ kind })}
        />
      </form>
      {canScan() && !isAway && (
        <button type="button" className="kiosk-button" onClick={() => setScanning(true)}>
          {words.invitation}
        </button>
      )}
    </KioskStep>
  );
}

function Expected({ name, onChosen }: Readonly<{ name: string; onChosen: (visitor: ExpectedVisitor) => void }>) {
  const words = useKioskWords();
  const { token } = useDevice();
  const [wanted] = useDebouncedValue(name.trim(), typingMs);
  const { data } = useQuery({
    queryKey: ['kiosk', 'expected', wanted],
    queryFn: async () => (await kioskApi(token).findExpected({ name: wanted })).visitors,
    enabled: wanted.length >= 2,
    networkMode: 'always',
    retry: false,
    gcTime: 0,
  });
  const found = data?.filter(({ inside }) => !inside) ?? [];
  if (found.length === 0) return null;
  return (
    <div className="kiosk-found">
      <p>{words.expected}</p>
      {found.map((one) => (
        <button key={one.id} type="button" className="kiosk-pick" onClick={() => onChosen(one)}>
          {one.name}
          {one.company && <span>{one.company}</span>}
        </button>
      ))}
    </div>
  );
}
