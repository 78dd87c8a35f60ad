import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isUnreachable } from '../../offline/remembered.ts';
import { Action } from '../../parts/action.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useDoOrKeep } from './connection.ts';
import { Keypad } from './keypad.tsx';
import { Result } from './result.tsx';
import { KioskStep } from './step.tsx';
import { useKioskWords } from './words.ts';

type Direction = 'in' | 'out';
type Props = Readonly<{ isAway: boolean; onDone: () => void }>;

/** Number, PIN, done. Without a connection the kiosk cannot know whether one comes or goes, and asks. */
export function PinFlow({ isAway, onDone }: Props) {
  const words = useKioskWords();
  const doOrKeep = useDoOrKeep();
  const [at, go] = useState<'number' | 'pin' | 'direction'>('number');
  const [number, setNumber] = useState('');
  const [pin, setPin] = useState('');
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: async (direction: Direction | undefined) => {
      const entry = { number, pin };
      const given = { ...entry, ...(direction && { direction }) };
      const kept = direction && { pin: { ...entry, direction } };
      const { answer } = await doOrKeep((api, id) => api.moveByPin(given, { idempotencyKey: id }), kept);
      return { answer, direction };
    },
    onError: (problem) => {
      if (!isUnreachable(problem)) setPin('');
      // It is asked which way only where the platform cannot know.
      go(isUnreachable(problem) ? 'direction' : 'number');
    },
  });
  if (data) return <Moved {...data} onDone={onDone} />;
  const goOn = (): void => {
    if (at === 'number') go('pin');
    else if (isAway) go('direction');
    else mutate(undefined);
  };
  if (at === 'direction') {
    return (
      <KioskStep title={words.pinDirection} onBack={() => go('number')}>
        <div className="kiosk-ways">
          <button type="button" className="kiosk-way" data-way="in" onClick={() => mutate('in')}>
            {words.pinIn}
          </button>
          <button type="button" className="kiosk-way" data-way="out" onClick={() => mutate('out')}>
            {words.pinOut}
          </button>
        </div>
      </KioskStep>
    );
  }
  const isNumber = at === 'number';
  return (
    <KioskStep
      key={at}
      title={isNumber ? words.pinNumber : words.pinPin}
      {...(isNumber && { hint: words.pinHint })}
      onBack={isNumber ? onDone : () => go('number')}
      foot={
        <Action
          className="kiosk-button kiosk-primary"
          busy={isPending}
          disabled={(isNumber ? number : pin) === ''}
          onClick={goOn}
        >
          {words.next}
        </Action>
      }
    >
      {error && isNumber && <ProblemAlert error={error} />}
      <Keypad
        label={isNumber ? words.pinNumber : words.pinPin}
        value={isNumber ? number : pin}
        isSecret={!isNumber}
        onChange={isNumber ? setNumber : setPin}
      />
    </KioskStep>
  );
}

type MovedProps = Readonly<{
  answer: Readonly<{ shownName: string; inside: boolean }> | undefined;
  direction: Direction | undefined;
  onDone: () => void;
}>;

function Moved({ answer, direction, onDone }: MovedProps) {
  const words = useKioskWords();
  const isIn = answer ? answer.inside : direction === 'in';
  const known = answer && (isIn ? words.isIn(answer.shownName) : words.isOut(answer.shownName));
  return (
    <Result
      title={known ?? (isIn ? words.pinSavedIn : words.pinSavedOut)}
      tone={isIn ? 'in' : 'out'}
      isKept={!answer}
      onDone={onDone}
    />
  );
}
