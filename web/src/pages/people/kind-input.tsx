import { NativeSelect } from '@mantine/core';
import type { PersonKind } from '../../api/kinds.ts';
import { useWords } from '../../words/words.ts';

const kinds = ['staff', 'contractor', 'visitor'] as const;

/** What somebody is to the organisation. */
export function KindInput({ value, onChange }: Readonly<{ value: PersonKind; onChange: (kind: PersonKind) => void }>) {
  const { people: words } = useWords();
  return (
    <NativeSelect
      label={words.kind}
      data={kinds.map((kind) => ({ value: kind, label: words[kind] }))}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value as PersonKind)}
    />
  );
}
