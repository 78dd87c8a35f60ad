import { TextInput } from '@mantine/core';
import { useWords } from '../words/words.ts';
import type { Refusal } from './refusal.ts';

type Times = Readonly<{ arrived: string; left: string }>;
type Props = Readonly<{ value: Times; refusal: Refusal; onChange: (change: Partial<Times>) => void }>;

/** When a visit began and ended. */
export function VisitTimesInput({ value, refusal, onChange }: Props) {
  const { account } = useWords();
  return (
    <>
      <TextInput
        type="datetime-local"
        label={account.arrived}
        value={value.arrived}
        onChange={({ currentTarget }) => onChange({ arrived: currentTarget.value })}
        error={refusal.at('arrivedAt')}
      />
      <TextInput
        type="datetime-local"
        label={account.left}
        value={value.left}
        onChange={({ currentTarget }) => onChange({ left: currentTarget.value })}
        error={refusal.at('leftAt')}
      />
    </>
  );
}
