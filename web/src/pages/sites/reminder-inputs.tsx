import { Button, Fieldset, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReminderSchedule } from '@guildhall/client';
import type { Refusal } from '../../parts/refusal.ts';
import { WeekdaysInput } from '../../parts/weekdays-input.tsx';
import { useWords } from '../../words/words.ts';

type Props = Readonly<{
  value: readonly ReminderSchedule[];
  refusal: Refusal;
  onChange: (reminders: readonly ReminderSchedule[]) => void;
}>;

const blank: ReminderSchedule = { template: 'reminder', time: '17:00', days: [], secondTime: '' };

/** When people who are still inside are reminded to sign out. */
export function ReminderInputs({ value, refusal, onChange }: Props) {
  const { siteSettings: words } = useWords();
  return (
    <Fieldset legend={words.reminders}>
      <Stack gap="lg">
        {value.map((reminder, index) => (
          <ReminderInput
            key={index}
            reminder={reminder}
            error={refusal.at(`reminders.${index}`)}
            onChange={(change) => onChange(value.map((one, place) => (place === index ? { ...one, ...change } : one)))}
            onRemove={() => onChange(value.filter((_, place) => place !== index))}
          />
        ))}
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
          onClick={() => onChange([...value, blank])}
        >
          {words.reminderAdd}
        </Button>
      </Stack>
    </Fieldset>
  );
}

type OneProps = Readonly<{
  reminder: ReminderSchedule;
  error: string | undefined;
  onChange: (change: Partial<ReminderSchedule>) => void;
  onRemove: () => void;
}>;

function ReminderInput({ reminder, error, onChange, onRemove }: OneProps) {
  const { siteSettings: words } = useWords();
  return (
    <Stack gap="sm">
      <NativeSelect
        label={words.reminderTemplate}
        data={Object.entries(words.templates).map(([template, label]) => ({ value: template, label }))}
        value={reminder.template}
        onChange={({ currentTarget }) => onChange({ template: currentTarget.value })}
        error={error}
      />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput
          type="time"
          label={words.reminderTime}
          value={reminder.time}
          onChange={({ currentTarget }) => onChange({ time: currentTarget.value })}
        />
        <TextInput
          type="time"
          label={words.reminderSecond}
          value={reminder.secondTime}
          onChange={({ currentTarget }) => onChange({ secondTime: currentTarget.value })}
        />
      </SimpleGrid>
      <WeekdaysInput
        label={words.reminderDays}
        hint={words.reminderDaysHint}
        value={reminder.days}
        onChange={(days) => onChange({ days })}
      />
      <Button variant="subtle" color="red" leftSection={<IconTrash size={18} aria-hidden />} onClick={onRemove}>
        {words.reminderRemove(reminder.time)}
      </Button>
    </Stack>
  );
}
