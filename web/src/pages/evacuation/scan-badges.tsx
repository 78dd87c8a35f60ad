import { Button, TextInput } from '@mantine/core';
import { IconCircleCheck, IconClockUp } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { canScan, CodeScanner } from '../../parts/code-scanner.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { claimedBy } from './badge-code.ts';
import type { Row } from './rows.ts';
import { useEvacuationWords } from './words.ts';

type Props = Readonly<{ rows: readonly Row[]; onScan: (code: string) => void; onClose: () => void }>;

/** A code stays before the camera for a while. */
const sameForMs = 5_000;

/** One badge after the other: whoever shows one is safe. */
export function ScanBadges({ rows, onScan, onClose }: Props) {
  const words = useEvacuationWords();
  const [last, setLast] = useState<Readonly<{ id: number; name: string | undefined }>>();
  const seen = useRef<Readonly<{ code: string; at: number }>>(undefined);
  const scan = (code: string): void => {
    const at = Date.now();
    const isSame = seen.current?.code === code && at - seen.current.at < sameForMs;
    seen.current = { code, at };
    if (isSame) return;
    const personId = claimedBy(code);
    onScan(code);
    setLast({ id: at, name: rows.find((row) => row.personId !== '' && row.personId === personId)?.name });
    navigator.vibrate?.(80);
  };
  return (
    <Dialog kind="drawer" title={words.scan} onClose={onClose}>
      <div className="scan">
        {canScan() && <CodeScanner hint={words.scanHint} off={words.cameraOff} onCode={scan} />}
        <div role="status" className="scan-said">
          {last && <Scanned key={last.id} name={last.name} />}
        </div>
        <Typed onCode={scan} />
        <Button variant="default" onClick={onClose}>
          {words.scanDone}
        </Button>
      </div>
    </Dialog>
  );
}

function Scanned({ name }: Readonly<{ name: string | undefined }>) {
  const words = useEvacuationWords();
  const Sign = name ? IconCircleCheck : IconClockUp;
  return (
    <p className="scan-last" data-known={name !== undefined}>
      <Sign size={28} aria-hidden />
      {name ? words.scanned(name) : words.scannedUnknown}
    </p>
  );
}

function Typed({ onCode }: Readonly<{ onCode: (code: string) => void }>) {
  const words = useEvacuationWords();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!code.trim()) return;
    onCode(code.trim());
    setCode('');
  };
  return (
    <form className="scan-typed" onSubmit={submit}>
      <TextInput
        label={words.badgeNumber}
        description={words.badgeNumberHint}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
        maxLength={999}
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit" disabled={!code.trim()}>
        {words.mark.safe}
      </Button>
    </form>
  );
}
