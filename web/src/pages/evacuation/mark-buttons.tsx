import type { MarkState } from './marks.ts';
import type { State } from './roll-call.ts';
import { stateIcons } from './state-tag.tsx';
import type { Said } from './use-marks.ts';
import { useEvacuationWords } from './words.ts';

const states: readonly MarkState[] = ['safe', 'help', 'missing', 'not_on_site'];

type Props = Readonly<{ name: string; state: State; onSay: (said: Said) => void }>;

/** Four buttons for one thumb. */
export function MarkButtons({ name, state, onSay }: Props) {
  const words = useEvacuationWords();
  return (
    <div className="mark-buttons">
      {states.map((one) => {
        const Sign = stateIcons[one];
        return (
          <button
            key={one}
            type="button"
            className="mark-button"
            data-state={one}
            aria-pressed={one === state}
            aria-label={words.markNamed(words.mark[one], name)}
            onClick={() => onSay({ state: one })}
          >
            <Sign size={26} aria-hidden />
            {words.mark[one]}
          </button>
        );
      })}
    </div>
  );
}
