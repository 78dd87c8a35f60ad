import type { Marks } from './use-marks.ts';
import { useEvacuationWords } from './words.ts';

/** What this phone has not handed in yet. */
export function Pending({ marks: { pending } }: Readonly<{ marks: Marks }>) {
  const words = useEvacuationWords();
  return (
    <div role="status">{pending.length > 0 && <p className="evacuation-note">{words.pending(pending.length)}</p>}</div>
  );
}
