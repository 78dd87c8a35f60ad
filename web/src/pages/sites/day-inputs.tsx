import { NativeSelect, Switch, TextInput } from '@mantine/core';
import type { Refusal } from '../../parts/refusal.ts';
import { zonesWith } from '../../parts/zones.ts';
import { useWords } from '../../words/words.ts';
import type { Draft } from './draft.ts';

type Props = Readonly<{ draft: Draft; refusal: Refusal; onChange: (change: Partial<Draft>) => void }>;

/** When a day begins and ends at the site, and what becomes of those still inside. */
export function DayInputs({ draft, refusal, onChange }: Props) {
  const { sites: words } = useWords();
  return (
    <>
      <NativeSelect
        label={words.zone}
        data={zonesWith(draft.timeZone)}
        value={draft.timeZone}
        onChange={({ currentTarget }) => onChange({ timeZone: currentTarget.value })}
        error={refusal.at('timeZone')}
      />
      <TextInput
        type="time"
        label={words.rollover}
        description={words.rolloverHint}
        value={draft.dayRollover}
        onChange={({ currentTarget }) => onChange({ dayRollover: currentTarget.value })}
        error={refusal.at('dayRollover')}
      />
      <Switch
        label={words.carryOver}
        checked={draft.carryOver}
        onChange={({ currentTarget }) => onChange({ carryOver: currentTarget.checked })}
      />
    </>
  );
}
