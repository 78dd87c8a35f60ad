import { Card, Switch, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { FileInput } from './file-input.tsx';
import { isTooLarge, keep, requestOf } from './file.ts';
import { SampleButton } from './sample-button.tsx';
import { useImportWords } from './words.ts';

/** Chooses a file and has it checked: nothing changes yet. */
export function Upload({ onStarted }: Readonly<{ onStarted: (importId: string) => void }>) {
  const words = useImportWords();
  const [file, setFile] = useState<File>();
  const [wrong, setWrong] = useState<string>();
  const [options, setOptions] = useState({ allOrNothing: true, updateExisting: false });
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (chosen: File) => {
      const started = await volunteers.startImport(await requestOf({ file: chosen, options }, true));
      keep(started.importId, { file: chosen, options });
      onStarted(started.importId);
    },
  });
  const refusal = refusalOf(error, ['file']);
  const check = (): void => {
    if (!file) setWrong(words.noFile);
    else if (isTooLarge(file)) setWrong(words.tooLarge);
    else if (!isPending) mutate(file);
  };
  return (
    <Card withBorder radius="lg">
      <Form refusal={refusal} onSubmit={check}>
        <FileInput
          error={wrong ?? refusal.at('file')}
          onChange={(chosen) => {
            setFile(chosen);
            setWrong(undefined);
          }}
        />
        <SampleButton />
        {(['allOrNothing', 'updateExisting'] as const).map((name) => (
          <Switch
            key={name}
            label={words[name]}
            description={words[`${name}Hint`]}
            checked={options[name]}
            onChange={({ currentTarget: { checked } }) => setOptions((before) => ({ ...before, [name]: checked }))}
          />
        ))}
        <Unplaced refusal={refusal} />
        {file && <Text size="sm">{file.name}</Text>}
        <Action type="submit" busy={isPending}>
          {words.check}
        </Action>
      </Form>
    </Card>
  );
}
