import type { Person, SiteSummary, Status } from '@guildhall/client';
import { LeaveButton } from '../../parts/leave-button.tsx';
import { useWords } from '../../words/words.ts';
import { useFreshness } from './movement.ts';
import { Mover } from './mover.tsx';
import { StateCard } from './state-card.tsx';

type Props = Readonly<{ site: SiteSummary; status: Status; person: Person }>;

/** The state, the button that changes it, and the way out for whoever holds another person's phone. */
export function StatusPanel({ site, status, person }: Props) {
  const { status: words } = useWords();
  useFreshness(site.id);
  return (
    <div className="status">
      <StateCard status={status} site={site} />
      <Mover status={status} site={site} />
      <p className="not-you">
        {words.notYou(person.displayName)} <LeaveButton className="not-you-leave">{words.leave}</LeaveButton>
      </p>
    </div>
  );
}
