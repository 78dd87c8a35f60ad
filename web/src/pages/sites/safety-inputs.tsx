import { Switch, TextInput } from '@mantine/core';
import { PeoplePicker } from '../../parts/people-picker.tsx';
import type { Refusal } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import type { Draft } from './draft.ts';

type Props = Readonly<{ draft: Draft; refusal: Refusal; onChange: (change: Partial<Draft>) => void }>;

/** How many may be inside, and who looks after them. */
export function SafetyInputs({ draft, refusal, onChange }: Props) {
  const { siteSettings: words } = useWords();
  return (
    <>
      <TextInput
        type="number"
        min={0}
        label={words.capacity}
        description={words.capacityHint}
        value={draft.capacity}
        onChange={({ currentTarget }) => onChange({ capacity: Number(currentTarget.value) })}
        error={refusal.at('capacity')}
      />
      {draft.capacity > 0 && (
        <Switch
          label={words.hardStop}
          checked={draft.hardStop}
          onChange={({ currentTarget }) => onChange({ hardStop: currentTarget.checked })}
        />
      )}
      <PeoplePicker
        label={words.wardens}
        hint={words.wardensHint}
        value={draft.wardens}
        onChange={(wardens) => onChange({ wardens })}
        error={refusal.at('wardens')}
      />
      <PeoplePicker
        label={words.firstAiders}
        value={draft.firstAiders}
        onChange={(firstAiders) => onChange({ firstAiders })}
        error={refusal.at('firstAiders')}
      />
      <PeoplePicker
        label={words.safetyList}
        hint={words.safetyHint}
        value={draft.safetyList}
        onChange={(safetyList) => onChange({ safetyList })}
        error={refusal.at('safetyList')}
      />
      <TextInput
        type="number"
        min={0}
        max={1440}
        label={words.cover}
        description={words.coverHint}
        value={draft.coverMinutes}
        onChange={({ currentTarget }) => onChange({ coverMinutes: Number(currentTarget.value) })}
        error={refusal.at('coverMinutes')}
      />
    </>
  );
}
