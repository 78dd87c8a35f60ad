import { Checkbox, Fieldset, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DigestWindow, NotificationPreferences, NotificationPreferencesView } from '@guildhall/client';
import { weekdays } from '../../parts/days.ts';
import { useWords } from '../../words/words.ts';
import { useNotificationWords } from './notification-words.ts';
import { type Category, isOn, ownChannels, windowOf, withSwitch, withWindow } from './wishes.ts';

type Props = Readonly<{
  category: Category;
  seen: NotificationPreferencesView;
  busy: boolean;
  onChange: (own: NotificationPreferences) => void;
}>;

const everies = ['off', 'hour', 'day', 'week'] as const;

/** One kind of messages: where it goes, and whether its messages come together. */
export function NotificationRow({ category, seen, busy, onChange }: Props) {
  const words = useNotificationWords();
  const window = windowOf(seen, category);
  const gather = (change: Partial<DigestWindow>): void => onChange(withWindow(seen.own, { ...window, ...change }));
  return (
    <Fieldset legend={words.categories[category]} aria-busy={busy}>
      <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="sm" mb="md">
        {ownChannels.map((channel) => (
          <Checkbox
            key={channel}
            size="md"
            label={words.channels[channel]}
            checked={isOn(seen, category, channel)}
            onChange={({ currentTarget }) => onChange(withSwitch(seen.own, category, channel, currentTarget.checked))}
          />
        ))}
      </SimpleGrid>
      <Group gap="md" align="end">
        <NativeSelect
          label={words.together}
          data={everies.map((every) => ({ value: every, label: words.every[every] }))}
          value={window.every}
          onChange={({ currentTarget }) => gather({ every: currentTarget.value as DigestWindow['every'] })}
        />
        {window.every === 'week' && <Day value={window.weekday} onChange={(weekday) => gather({ weekday })} />}
        {(window.every === 'day' || window.every === 'week') && (
          <Time key={window.at} value={window.at} onChange={(at) => gather({ at })} />
        )}
      </Group>
    </Fieldset>
  );
}

type Part<T> = Readonly<{ value: T; onChange: (value: T) => void }>;

function Day({ value, onChange }: Part<number>) {
  const words = useNotificationWords();
  const { reports } = useWords();
  return (
    <NativeSelect
      label={words.weekday}
      data={weekdays.map((day, index) => ({ value: String(index + 1), label: reports.dayNames[day] }))}
      value={String(value)}
      onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
    />
  );
}

/** Kept when one leaves it: while it is typed, every digit would be a change. */
function Time({ value, onChange }: Part<string>) {
  const words = useNotificationWords();
  const [typed, setTyped] = useState(value);
  return (
    <TextInput
      type="time"
      label={words.at}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => typed && typed !== value && onChange(typed)}
    />
  );
}
