import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useSystemWords } from './words.ts';

type Props = Readonly<{ system: string; name: string; onClose: () => void }>;

/** A new token: written, and never read again. */
export function TokenDialog({ system, name, onClose }: Props) {
  const words = useSystemWords();
  const client = useQueryClient();
  const [token, setToken] = useState('');
  const [scimToken, setScimToken] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => volunteers.setConnection({ system, token: token.trim(), scimToken: scimToken.trim() }),
    onSuccess: async () => {
      say(words.tokenSaved);
      await client.invalidateQueries({ queryKey: ['volunteers', 'connections'] });
      onClose();
    },
  });
  const refusal = refusalOf(error, ['token', 'scimToken']);
  const secret = { type: 'password', autoComplete: 'off', maxLength: 500 } as const;
  return (
    <Dialog kind="drawer" title={words.setTokenOf(name)} onClose={onClose}>
      <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
        <TextInput
          {...secret}
          label={words.token}
          description={words.tokenHint}
          value={token}
          onChange={({ currentTarget }) => setToken(currentTarget.value)}
          error={refusal.at('token')}
          data-autofocus
        />
        {system === 'slack' && (
          <TextInput
            {...secret}
            label={words.scimToken}
            description={words.scimHint}
            value={scimToken}
            onChange={({ currentTarget }) => setScimToken(currentTarget.value)}
            error={refusal.at('scimToken')}
          />
        )}
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {words.setToken}
        </Action>
      </Form>
    </Dialog>
  );
}
