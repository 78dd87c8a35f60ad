import { IconBackspace } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useKioskWords } from './words.ts';

type Props = Readonly<{ label: string; value: string; isSecret: boolean; onChange: (value: string) => void }>;

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const most = 12;

/** Digits by thumb or by keyboard. A secret shows only how many there are. */
export function Keypad({ label, value, isSecret, onChange }: Props) {
  const words = useKioskWords();
  useEffect(() => {
    const press = ({ key }: KeyboardEvent): void => {
      if (/^\d$/.test(key)) onChange((value + key).slice(0, most));
      if (key === 'Backspace') onChange(value.slice(0, -1));
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [value, onChange]);
  return (
    <div className="keypad">
      <output className="keypad-shown figures" aria-label={label}>
        {isSecret ? '•'.repeat(value.length) : value}
      </output>
      <div className="keypad-keys">
        {digits.map((digit) => (
          <button
            key={digit}
            type="button"
            className="keypad-key"
            onClick={() => onChange((value + digit).slice(0, most))}
          >
            {digit}
          </button>
        ))}
        <button
          type="button"
          className="keypad-key"
          aria-label={words.pinDelete}
          onClick={() => onChange(value.slice(0, -1))}
        >
          <IconBackspace size={32} aria-hidden />
        </button>
      </div>
    </div>
  );
}
