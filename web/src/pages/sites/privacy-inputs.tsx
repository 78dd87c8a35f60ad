import { Switch, TextInput } from '@mantine/core';
import type { Refusal } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import type { Draft } from './draft.ts';

type Props = Readonly<{ draft: Draft; refusal: Refusal; onChange: (change: Partial<Draft>) => void }>;

/** Who sees who is in, and how long it is known who was. */
export function PrivacyInputs({ draft, refusal, onChange }: Props) {
  const { siteSettings: words } = useWords();
  return (
    <>
      <Switch
        label={words.whoSees}
        description={words.whoSeesHint}
        checked={draft.isWhoVisible}
        onChange={({ currentTarget }) => onChange({ isWhoVisible: currentTarget.checked })}
      />
      <TextInput
        type="number"
        min={1}
        max={730}
        label={words.retention}
        value={draft.retentionDays}
        onChange={({ currentTarget }) => onChange({ retentionDays: Number(currentTarget.value) })}
        error={refusal.at('retentionDays')}
      />
    </>
  );
}
