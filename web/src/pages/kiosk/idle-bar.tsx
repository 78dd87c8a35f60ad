import { IconRefresh } from '@tabler/icons-react';
import { useKioskWords } from './words.ts';

type Props = Readonly<{ left: number; seconds: number; onHome: () => void }>;

const lateSeconds = 10;

/** How long until the kiosk starts afresh, always in sight; any touch gives more time. */
export function IdleBar({ left, seconds, onHome }: Props) {
  const words = useKioskWords();
  return (
    <aside className="idle no-print" aria-label={words.idleLabel} data-late={left <= lateSeconds || undefined}>
      <button type="button" className="idle-home" onClick={onHome}>
        <IconRefresh size={22} aria-hidden />
        {words.home}
      </button>
      <div className="idle-left">
        <span role="timer" aria-live="off" className="figures">
          {words.idle(left)}
        </span>
        <progress className="idle-bar" value={left} max={seconds} aria-label={words.idle(left)} />
      </div>
      {left <= lateSeconds && (
        <button type="button" className="idle-more">
          {words.moreTime}
        </button>
      )}
    </aside>
  );
}
