import { Checkbox, Group } from '@mantine/core';
import { useWords } from '../words/words.ts';
import { type Weekday, weekdays } from './days.ts';

type Props = Readonly<{
  label: string;
  hint?: string | undefined;
  value: readonly Weekday[];
  onChange: (days: readonly Weekday[]) => void;
  error?: string | undefined;
}>;

/** Some days of the week, in their order. */
export function WeekdaysInput({ label, hint, value, onChange, error }: Props) {
  const { reports: words } = useWords();
  return (
    <Checkbox.Group
      size="md"
      label={label}
      description={hint}
      value={[...value]}
      onChange={(chosen) => onChange(weekdays.filter((day) => chosen.includes(day)))}
      error={error}
    >
      <Group gap="md" mt="xs">
        {weekdays.map((day) => (
          <Checkbox key={day} value={day} label={words.dayNames[day]} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
