import { Button, Stack, Text } from '@mantine/core';
import { IconBrandSlack, IconLink } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UnmatchedSlackUser } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { say } from '../../parts/notice.ts';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { FindVolunteer } from './find-volunteer.tsx';
import { useSystemWords } from './words.ts';

/** One account: a tap says who it is. */
export function OneUnmatched({ user }: Readonly<{ user: UnmatchedSlackUser }>) {
  const words = useSystemWords();
  const client = useQueryClient();
  const [isFinding, find] = useState(false);
  const { slackUserId, name, email, suggestions } = user;
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: ({ volunteerId }: Readonly<{ volunteerId: string; name: string }>) =>
      volunteers.linkSlack({ volunteerId, slackUserId }),
    onSuccess: (_, { name: volunteer }) => say(words.linkedTo(name, volunteer)),
    onSettled: () => client.invalidateQueries({ queryKey: ['volunteers'] }),
  });
  return (
    <>
      <Own icon={IconBrandSlack} title={name} hint={[email, slackUserId].filter(Boolean).join(' · ')}>
        <Stack gap="xs" align="flex-start">
          {suggestions.length === 0 && <Text size="sm">{words.noSuggestion}</Text>}
          {suggestions.map((suggestion) => (
            <Action
              key={suggestion.volunteerId}
              leftSection={<IconLink size={20} aria-hidden />}
              variant="default"
              busy={isPending && variables.volunteerId === suggestion.volunteerId}
              aria-label={words.linkTo(name, words.suggestion(suggestion.name, suggestion.likeness))}
              onClick={() => mutate(suggestion)}
            >
              {words.suggestion(suggestion.name, suggestion.likeness)}
            </Action>
          ))}
          <Button variant="subtle" aria-label={words.linkOtherOf(name)} onClick={() => find(true)}>
            {words.linkOther}
          </Button>
        </Stack>
      </Own>
      {error && <ProblemAlert error={error} />}
      {isFinding && (
        <FindVolunteer
          account={name}
          onClose={() => find(false)}
          onFound={(volunteer) => {
            find(false);
            mutate(volunteer);
          }}
        />
      )}
    </>
  );
}
