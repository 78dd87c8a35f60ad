import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useWords } from '../../words/words.ts';
import type { MarkState } from './marks.ts';
import type { Said } from './use-marks.ts';
import { useEvacuationWords } from './words.ts';

type Props = Readonly<{ onAdd: (name: string, said: Said) => void; onClose: () => void }>;

/** Somebody who stands here and is on no list. */
export function AddSomebody({ onAdd, onClose }: Props) {
  const words = useEvacuationWords();
  const { app } = useWords();
  const [name, setName] = useState('');
  const [state, setState] = useState<MarkState>('safe');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!name.trim()) return;
    onAdd(name.trim(), { state });
    onClose();
  };
  const options = (['safe', 'help'] as const).map((value) => ({ value, label: words.state[value] }));
  return (
    <Dialog kind="question" title={words.add} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text>{words.addHint}</Text>
          <TextInput
            label={words.addName}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            maxLength={100}
            required
            data-autofocus
          />
          <Choice legend={words.addState} value={state} options={options} onChange={setState} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {app.cancel}
            </Button>
            <Button type="submit">{words.add}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
