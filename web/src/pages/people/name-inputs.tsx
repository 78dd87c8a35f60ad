import { TextInput } from '@mantine/core';
import type { Refusal } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';

type Names = Readonly<{ firstName: string; lastName: string }>;
type Props = Readonly<{ value: Names; refusal: Refusal; onChange: (change: Partial<Names>) => void }>;

export function NameInputs({ value, refusal, onChange }: Props) {
  const { signIn } = useWords();
  return (
    <>
      <TextInput
        data-autofocus
        label={signIn.firstName}
        value={value.firstName}
        onChange={({ currentTarget }) => onChange({ firstName: currentTarget.value })}
        error={refusal.at('firstName')}
        maxLength={100}
      />
      <TextInput
        label={signIn.lastName}
        value={value.lastName}
        onChange={({ currentTarget }) => onChange({ lastName: currentTarget.value })}
        error={refusal.at('lastName')}
        maxLength={100}
      />
    </>
  );
}
