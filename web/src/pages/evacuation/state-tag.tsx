import {
  type Icon,
  IconCircleCheck,
  IconDoorExit,
  IconFirstAidKit,
  IconHelpCircle,
  IconMapPinOff,
  IconUserSearch,
} from '@tabler/icons-react';
import type { State } from './roll-call.ts';
import { useEvacuationWords } from './words.ts';

export const stateIcons: Readonly<Record<State, Icon>> = {
  unanswered: IconHelpCircle,
  safe: IconCircleCheck,
  help: IconFirstAidKit,
  missing: IconUserSearch,
  not_on_site: IconMapPinOff,
  signed_out: IconDoorExit,
};

/** How somebody is, by icon, word and colour. */
export function StateTag({ state }: Readonly<{ state: State }>) {
  const words = useEvacuationWords();
  const Sign = stateIcons[state];
  return (
    <span className="roll-state" data-state={state}>
      <Sign size={20} aria-hidden />
      {words.state[state]}
    </span>
  );
}
