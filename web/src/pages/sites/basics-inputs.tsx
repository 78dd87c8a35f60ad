import { Textarea, TextInput } from '@mantine/core';
import type { Refusal } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { DayInputs } from './day-inputs.tsx';
import type { Draft } from './draft.ts';

type Props = Readonly<{
  draft: Draft;
  isNew: boolean;
  refusal: Refusal;
  onChange: (change: Partial<Draft>) => void;
}>;

/** What the site is called, where its clock is, and what signing in confirms. */
export function BasicsInputs({ draft, isNew, refusal, onChange }: Props) {
  const { sites: words } = useWords();
  return (
    <>
      {isNew && (
        <TextInput
          data-autofocus
          label={words.id}
          description={words.idHint}
          value={draft.id}
          onChange={({ currentTarget }) => onChange({ id: currentTarget.value })}
          error={refusal.at('id')}
          autoCapitalize="none"
          maxLength={40}
        />
      )}
      <TextInput
        data-autofocus={isNew ? undefined : true}
        label={words.name}
        value={draft.name}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
        error={refusal.at('name')}
        maxLength={100}
      />
      <DayInputs draft={draft} refusal={refusal} onChange={onChange} />
      <Textarea
        label={words.declaration}
        description={words.declarationHint}
        rows={3}
        value={draft.declaration}
        onChange={({ currentTarget }) => onChange({ declaration: currentTarget.value })}
        error={refusal.at('declaration')}
        maxLength={2000}
      />
    </>
  );
}
