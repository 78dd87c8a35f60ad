import { Button, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { nameOf } from '../volunteers/place.ts';
import { useVolunteerWords } from '../volunteers/words.ts';
import { useSystemWords } from './words.ts';

type Props = Readonly<{
  account: string;
  onClose: () => void;
  onFound: (volunteer: Readonly<{ volunteerId: string; name: string }>) => void;
}>;

const pauseMs = 250;
const shown = 8;

/** A volunteer by the beginning of a name or address. */
export function FindVolunteer({ account, onClose, onFound }: Props) {
  const words = useSystemWords();
  const { search, none } = useVolunteerWords();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), pauseMs);
  const { data, error } = useQuery({
    queryKey: ['volunteers', 'found', q],
    queryFn: async () => (await volunteers.listVolunteers({ q, pageSize: shown })).volunteers,
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  return (
    <Dialog kind="question" title={words.linkOtherOf(account)} onClose={onClose}>
      <Stack gap="xs">
        <TextInput
          type="search"
          label={search}
          value={text}
          maxLength={100}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          data-autofocus
        />
        {error && <ProblemAlert error={error} />}
        <div role="status">{q !== '' && data?.length === 0 && none}</div>
        {q !== '' &&
          data?.map((row) => (
            <Button
              key={row.volunteerId}
              variant="default"
              fullWidth
              onClick={() => onFound({ volunteerId: row.volunteerId, name: nameOf(row) })}
            >
              {nameOf(row)} · {row.email}
            </Button>
          ))}
      </Stack>
    </Dialog>
  );
}
