import { Fieldset, Group, Stack, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { QuietSpan } from '@guildhall/client';
import { Action } from '../../parts/action.tsx';
import { type Weekday, weekdays } from '../../parts/days.ts';
import { WeekdaysInput } from '../../parts/weekdays-input.tsx';
import { useWords } from '../../words/words.ts';
import { useNotificationWords } from './notification-words.ts';

type Props = Readonly<{ spans: readonly QuietSpan[]; busy: boolean; onChange: (spans: readonly QuietSpan[]) => void }>;

const NIGHT = { from: '22:00', to: '07:00' } as const;
const numberOf = (day: Weekday): number => weekdays.indexOf(day) + 1;
const everyDay = (times: Readonly<{ from: string; to: string }>, days: readonly Weekday[]): readonly QuietSpan[] =>
  days.map((day) => ({ weekday: numberOf(day), ...times }));

/** When nothing but what is critical comes through: the same hours on the days that are chosen. */
export function QuietHours({ spans, busy, onChange }: Props) {
  const words = useNotificationWords();
  return (
    <Fieldset legend={words.quiet}>
      <Stack gap="md">
        <Switch
          label={words.quietOn}
          description={words.quietHint}
          checked={spans.length > 0}
          onChange={({ currentTarget }) => onChange(currentTarget.checked ? everyDay(NIGHT, weekdays) : [])}
        />
        {spans.length > 0 && <Hours spans={spans} busy={busy} onChange={onChange} />}
      </Stack>
    </Fieldset>
  );
}

function Hours({ spans, busy, onChange }: Props) {
  const words = useNotificationWords();
  const { app } = useWords();
  const [first] = spans;
  const [times, setTimes] = useState({ from: first?.from ?? NIGHT.from, to: first?.to ?? NIGHT.to });
  const [days, setDays] = useState(weekdays.filter((day) => spans.some(({ weekday }) => weekday === numberOf(day))));
  const [isTold, tell] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    tell(days.length === 0);
    if (days.length > 0 && times.from && times.to) onChange(everyDay(times, days));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Group gap="md" align="start">
          <TextInput
            type="time"
            label={words.quietFrom}
            value={times.from}
            onChange={({ currentTarget }) => setTimes({ ...times, from: currentTarget.value })}
          />
          <TextInput
            type="time"
            label={words.quietTo}
            description={times.to <= times.from ? words.quietNext : undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={times.to}
            onChange={({ currentTarget }) => setTimes({ ...times, to: currentTarget.value })}
          />
        </Group>
        <WeekdaysInput
          label={words.quietDays}
          value={days}
          onChange={(chosen) => setDays([...chosen])}
          error={isTold && days.length === 0 ? words.quietNoDay : undefined}
        />
        <div>
          <Action type="submit" variant="default" busy={busy}>
            {app.save}
          </Action>
        </div>
      </Stack>
    </form>
  );
}
