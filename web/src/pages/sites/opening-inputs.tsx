import { Button, Fieldset, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Holiday } from '@guildhall/client';
import type { Refusal } from '../../parts/refusal.ts';
import { WeekdaysInput } from '../../parts/weekdays-input.tsx';
import { useWords } from '../../words/words.ts';
import type { Draft } from './draft.ts';
import { ReminderInputs } from './reminder-inputs.tsx';

type Props = Readonly<{ draft: Draft; refusal: Refusal; onChange: (change: Partial<Draft>) => void }>;

/** When the site is open, and when those who are still inside are reminded. */
export function OpeningInputs({ draft, refusal, onChange }: Props) {
  const { siteSettings: words } = useWords();
  return (
    <>
      <WeekdaysInput
        label={words.openingDays}
        hint={words.openingHint}
        value={draft.openingDays}
        onChange={(openingDays) => onChange({ openingDays })}
        error={refusal.at('openingDays')}
      />
      <Holidays value={draft.holidays} refusal={refusal} onChange={(holidays) => onChange({ holidays })} />
      <ReminderInputs value={draft.reminders} refusal={refusal} onChange={(reminders) => onChange({ reminders })} />
    </>
  );
}

type HolidaysProps = Readonly<{
  value: readonly Holiday[];
  refusal: Refusal;
  onChange: (holidays: readonly Holiday[]) => void;
}>;

function Holidays({ value, refusal, onChange }: HolidaysProps) {
  const { siteSettings: words } = useWords();
  const set = (index: number, change: Partial<Holiday>): void =>
    onChange(value.map((holiday, place) => (place === index ? { ...holiday, ...change } : holiday)));
  return (
    <Fieldset legend={words.holidays}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.holidaysHint}
        </Text>
        {value.map(({ date, name }, index) => (
          <SimpleGrid key={index} cols={{ base: 1, xs: 2 }} spacing="xs">
            <TextInput
              type="date"
              label={words.holidayDate}
              value={date}
              onChange={({ currentTarget }) => set(index, { date: currentTarget.value })}
              error={refusal.at(`holidays.${index}`)}
            />
            <TextInput
              label={words.holidayName}
              value={name}
              onChange={({ currentTarget }) => set(index, { name: currentTarget.value })}
              maxLength={100}
            />
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={18} aria-hidden />}
              onClick={() => onChange(value.filter((_, place) => place !== index))}
            >
              {words.holidayRemove(name || date || words.newDay)}
            </Button>
          </SimpleGrid>
        ))}
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
          onClick={() => onChange([...value, { date: '', name: '' }])}
        >
          {words.holidayAdd}
        </Button>
      </Stack>
    </Fieldset>
  );
}
