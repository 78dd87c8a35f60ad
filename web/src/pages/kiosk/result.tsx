import { IconCircleCheck, IconClockUp } from '@tabler/icons-react';
import type { PropsWithChildren } from 'react';
import { KioskStep } from './step.tsx';
import { useKioskWords } from './words.ts';

type Props = PropsWithChildren<
  Readonly<{ title: string; tone: 'in' | 'out'; isKept: boolean; lines?: readonly string[]; onDone: () => void }>
>;

/** What came of it, to be read from two metres away. */
export function Result({ title, tone, isKept, lines = [], onDone, children }: Props) {
  const words = useKioskWords();
  const done = (
    <button type="button" className="kiosk-button kiosk-primary" onClick={onDone}>
      {words.done}
    </button>
  );
  return (
    <div className="kiosk-result" data-tone={tone}>
      <IconCircleCheck size={96} stroke={1.5} aria-hidden />
      <KioskStep title={title} foot={done}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {isKept && (
          <p className="kiosk-kept">
            <IconClockUp size={24} aria-hidden /> {words.savedHere}
          </p>
        )}
        {children}
      </KioskStep>
    </div>
  );
}
