import './snapshot.css';
import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/api.ts';
import { remembered } from '../../offline/remembered.ts';
import { Action } from '../../parts/action.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { verdictOn } from './signed-list.ts';
import { ShownVerdict } from './verdict.tsx';
import { useSnapshotWords } from './words.ts';

/** Whether a list of who was inside, kept on another machine, is genuine; and that list, to be printed. */
export function SnapshotPage() {
  const words = useSnapshotWords();
  const [text, setText] = useState('');
  const { mutate, reset, data, error, isPending } = useMutation({
    // Checked on this device; the key is kept, so that it works without a connection too.
    mutationFn: async (given: string) => {
      const { value: key } = await remembered('snapshot-key', () => api.register.getSnapshotKey());
      return verdictOn(given, key);
    },
    networkMode: 'always',
  });
  const read = async (file: File | undefined): Promise<void> => {
    if (file) mutate(await file.text());
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim()) mutate(text);
  };
  return (
    <Page title={words.title} size="sm">
      {data && data.is !== 'unreadable' ? (
        <ShownVerdict verdict={data} onAnother={reset} />
      ) : (
        <form onSubmit={submit}>
          <Stack gap="md">
            <Text c="dimmed">{words.intro}</Text>
            <TextInput
              type="file"
              label={words.file}
              description={words.fileHint}
              accept=".jws,.txt,.html,.json,text/*,application/jose,application/json"
              error={data && words.unreadable}
              onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
            />
            <Textarea
              label={words.text}
              rows={4}
              value={text}
              spellCheck={false}
              autoComplete="off"
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
            {error && <ProblemAlert error={error} />}
            <Action type="submit" busy={isPending} disabled={!text.trim()}>
              {words.check}
            </Action>
          </Stack>
        </form>
      )}
    </Page>
  );
}
