import { Alert } from '@mantine/core';
import { IconDoorEnter, IconDoorExit } from '@tabler/icons-react';
import { useState } from 'react';
import type { SiteSummary, Status } from '@guildhall/client';
import { isProblem } from '../../api/problem.ts';
import { Action } from '../../parts/action.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { useMovement } from './movement.ts';

type Props = Readonly<{ status: Status; site: SiteSummary }>;

/** The declaration, the entrance where there are several, and the big button. */
export function Mover({ status, site }: Props) {
  const { status: words } = useWords();
  const [entrance, setEntrance] = useState<string>();
  const { move, isMoving, error } = useMovement(site);
  const isIn = status.state === 'in';
  const Sign = isIn ? IconDoorExit : IconDoorEnter;
  return (
    <div className="mover">
      {error && <Trouble error={error} />}
      {!isIn && site.entrances.length > 1 && (
        <Choice
          legend={words.entrance}
          value={entrance}
          options={site.entrances.map((value) => ({ value, label: value }))}
          onChange={setEntrance}
        />
      )}
      {!isIn && status.declaration?.text && (
        <div className="declaration">
          <strong>{words.confirms}</strong> <span>{status.declaration.text}</span>
        </div>
      )}
      <Action
        className="mover-button"
        data-direction={isIn ? 'out' : 'in'}
        size="xl"
        fullWidth
        busy={isMoving}
        onClick={() => move({ direction: isIn ? 'out' : 'in', today: status.today, entrance })}
        leftSection={<Sign size={36} aria-hidden />}
      >
        {isIn ? words.signOut : words.signIn}
      </Action>
      {isIn && <p className="mover-hint">{words.signOutHint}</p>}
    </div>
  );
}

/** A page of another day is refused by the platform; it has been brought up to date meanwhile, and says so. */
function Trouble({ error }: Readonly<{ error: Error }>) {
  const { status: words } = useWords();
  if (!isProblem(error, 'register.wrong_date')) return <ProblemAlert error={error} />;
  return (
    <Alert color="orange" role="alert">
      {words.wrongDate}
    </Alert>
  );
}
