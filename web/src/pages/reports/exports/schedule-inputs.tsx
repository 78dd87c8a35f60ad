import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { Choice } from '../../../parts/choice.tsx';
import type { Refusal } from '../../../parts/refusal.ts';
import { WeekdaysInput } from '../../../parts/weekdays-input.tsx';
import { useWords } from '../../../words/words.ts';
import { formats, kinds } from '../download.tsx';
import type { Draft } from './draft.ts';

type Props = Readonly<{ draft: Draft; refusal: Refusal; onChange: (change: Partial<Draft>) => void }>;

const periods = ['day_before', 'week_before', 'month_before', 'same_day'] as const;

/** Which figures, of which days, in which form. */
export function WhatInputs({ draft, refusal, onChange }: Props) {
  const { reports: words } = useWords();
  return (
    <>
      <NativeSelect
        label={words.downloadKind}
        data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={draft.kind}
        onChange={({ currentTarget }) => onChange({ kind: currentTarget.value as Draft['kind'] })}
        error={refusal.at('kind')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={words.period}
          data={periods.map((value) => ({ value, label: words.periods[value] }))}
          value={draft.period}
          onChange={({ currentTarget }) => onChange({ period: currentTarget.value as Draft['period'] })}
          error={refusal.at('period')}
        />
        <NativeSelect
          label={words.format}
          data={formats.map((value) => ({ value, label: value.toUpperCase() }))}
          value={draft.format}
          onChange={({ currentTarget }) => onChange({ format: currentTarget.value as Draft['format'] })}
          error={refusal.at('format')}
        />
      </SimpleGrid>
    </>
  );
}

/** At which time of which days. */
export function WhenInputs({ draft, refusal, onChange }: Props) {
  const { reports: words } = useWords();
  return (
    <>
      <Choice
        legend={words.rhythm}
        value={draft.rhythm}
        options={[
          { value: 'weekly', label: words.weekly },
          { value: 'monthly', label: words.monthly },
        ]}
        onChange={(rhythm) => onChange({ rhythm })}
      />
      {draft.rhythm === 'weekly' ? (
        <WeekdaysInput
          label={words.weekly}
          value={draft.weekdays}
          onChange={(weekdays) => onChange({ weekdays })}
          error={refusal.at('weekdays')}
        />
      ) : (
        <TextInput
          type="number"
          label={words.dayOfMonth}
          description={words.dayOfMonthHint}
          min={1}
          max={31}
          value={draft.dayOfMonth || ''}
          onChange={({ currentTarget }) => onChange({ dayOfMonth: Number(currentTarget.value) })}
          error={refusal.at('dayOfMonth')}
        />
      )}
      <TextInput
        type="time"
        label={words.time}
        value={draft.time}
        onChange={({ currentTarget }) => onChange({ time: currentTarget.value })}
        error={refusal.at('time')}
      />
    </>
  );
}
