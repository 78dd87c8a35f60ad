import { IconAlertTriangle } from '@tabler/icons-react';
import { useNow } from '../../parts/now.ts';
import { useTimes } from '../../words/times.ts';
import { oldAfterMs } from './use-list.ts';
import { useEvacuationWords } from './words.ts';

type Props = Readonly<{ at: Date; isLive: boolean; site?: string | undefined }>;

// Asked for every minute: younger than two of them, it is what is so.
const freshMs = 2 * 60_000;

/** How old what is shown is, all the time; red once nobody should go by it any more. */
export function Age({ at, isLive, site }: Props) {
  const words = useEvacuationWords();
  const times = useTimes(site);
  const now = useNow(undefined);
  const age = now.getTime() - at.getTime();
  const isOld = age > oldAfterMs;
  return (
    <div className="age" data-old={isOld || undefined} role={isOld ? 'alert' : undefined}>
      {isOld ? (
        <IconAlertTriangle size={20} aria-hidden />
      ) : (
        <span className="live-dot" data-live={isLive || age < freshMs} aria-hidden />
      )}
      <span className="figures">
        {isLive && !isOld ? `${words.live} · ` : ''}
        {words.asOf(times.clock(at), times.ago(at, now))}
        {isOld && ` · ${words.old}`}
      </span>
    </div>
  );
}
