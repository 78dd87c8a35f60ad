import './kiosks.css';
import { Stack, Text } from '@mantine/core';
import type { PairingCode } from '@guildhall/client';
import { Dialog } from '../../parts/dialog.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

/** The code that is typed at the device, big enough to be read from across the hall. */
export function PairingDialog({ pairing, onClose }: Readonly<{ pairing: PairingCode; onClose: () => void }>) {
  const { admin } = useWords();
  const { kiosks: words } = admin;
  const times = useTimes();
  return (
    <Dialog kind="question" title={`${words.code}: ${pairing.kiosk.name}`} onClose={onClose}>
      <Stack gap="md">
        <Text>{words.codeText(`${window.location.origin}/kiosk`)}</Text>
        <output className="pairing-code">{pairing.code}</output>
        <Text c="dimmed">{words.codeUntil(times.time(pairing.expiresAt))}</Text>
      </Stack>
    </Dialog>
  );
}
