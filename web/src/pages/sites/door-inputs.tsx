import { Button, Fieldset, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Refusal } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { blankDoor, type Door, placeOfDoor } from './doors.ts';

type Props = Readonly<{ doors: readonly Door[]; refusal: Refusal; onChange: (doors: readonly Door[]) => void }>;

/** The doors of a site, and where they are. */
export function DoorInputs({ doors, refusal, onChange }: Props) {
  const { siteSettings: words } = useWords();
  const set = (index: number, change: Partial<Door>): void =>
    onChange(doors.map((door, place) => (place === index ? { ...door, ...change } : door)));
  return (
    <Stack gap="md">
      {doors.map((door, index) => (
        <DoorInput
          key={index}
          door={door}
          error={refusal.at(`entranceDetails.${placeOfDoor(doors, index)}`)}
          onChange={(change) => set(index, change)}
          onRemove={() => onChange(doors.filter((_, place) => place !== index))}
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={20} aria-hidden />}
        onClick={() => onChange([...doors, blankDoor])}
      >
        {words.entranceAdd}
      </Button>
    </Stack>
  );
}

type DoorProps = Readonly<{
  door: Door;
  error: string | undefined;
  onChange: (change: Partial<Door>) => void;
  onRemove: () => void;
}>;

function DoorInput({ door, error, onChange, onRemove }: DoorProps) {
  const { siteSettings: words } = useWords();
  const name = door.name.trim() || words.newEntrance;
  return (
    <Fieldset legend={name}>
      <Stack gap="sm">
        <TextInput
          label={words.entranceName}
          value={door.name}
          onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
          error={error}
          maxLength={100}
        />
        <SimpleGrid cols={2} spacing="sm">
          <TextInput
            type="number"
            step="any"
            min={-90}
            max={90}
            label={words.latitude}
            value={door.latitude}
            onChange={({ currentTarget }) => onChange({ latitude: currentTarget.value })}
          />
          <TextInput
            type="number"
            step="any"
            min={-180}
            max={180}
            label={words.longitude}
            value={door.longitude}
            onChange={({ currentTarget }) => onChange({ longitude: currentTarget.value })}
          />
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {words.placeHint}
        </Text>
        <Button
          variant="subtle"
          color="red"
          aria-label={words.entranceRemove(name)}
          leftSection={<IconTrash size={18} aria-hidden />}
          onClick={onRemove}
        >
          {words.entranceRemove(name)}
        </Button>
      </Stack>
    </Fieldset>
  );
}
