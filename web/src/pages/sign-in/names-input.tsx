import { TextInput } from '@mantine/core';
import type { Refusal } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';

type Names = Readonly<{ firstName: string; lastName: string }>;
type Props = Readonly<{ value: Names; refusal: Refusal; onChange: (change: Partial<Names>) => void }>;

/** One's own name, as the browser may know it. */
export function NamesInput({ value, refusal, onChange }: Props) {
  const { signIn } = useWords();
  return (
    <>
      <TextInput
        label={signIn.firstName}
        name="given-name"
        autoComplete="given-name"
        value={value.firstName}
        onChange={({ currentTarget }) => onChange({ firstName: currentTarget.value })}
        error={refusal.at('firstName')}
        maxLength={100}
      />
      <TextInput
        label={signIn.lastName}
        name="family-name"
        autoComplete="family-name"
        value={value.lastName}
        onChange={({ currentTarget }) => onChange({ lastName: currentTarget.value })}
        error={refusal.at('lastName')}
        maxLength={100}
      />
    </>
  );
}
