import { Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { Section } from '../../parts/section.tsx';
import { useProven } from '../../proof/use-proven.tsx';
import { sessionQuery } from '../../api/session.ts';
import { useWords } from '../../words/words.ts';
import { PasswordField } from './password-field.tsx';
import { useWays } from '../../words/ways.ts';

const blank = { password: '', currentPassword: '' };

/** Sets the password, for the first time or again. This device stays signed in. */
export function Password() {
  const { account } = useWords();
  const ways = useWays();
  const client = useQueryClient();
  const [form, setForm] = useState(blank);
  const set = (change: Partial<typeof blank>): void => setForm((before) => ({ ...before, ...change }));
  const { mutate, isPending, error, dialog } = useProven({
    mutationFn: ({ password, currentPassword }: typeof blank) =>
      api.identity.changePassword({ password, ...(currentPassword && { currentPassword }) }),
    onSuccess: async () => {
      setForm(blank);
      say(account.passwordSaved);
      // Writes of the new session carry a token of its own.
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await client.invalidateQueries({ queryKey: ['devices'] });
    },
  });
  const refusal = refusalOf(error, ['password', 'currentPassword']);
  return (
    <Section title={account.password} hint={account.passwordHint}>
      <Form refusal={refusal} onSubmit={() => mutate(form)}>
        <PasswordField
          label={account.currentPassword}
          hint={account.currentHint}
          autoComplete="current-password"
          value={form.currentPassword}
          onChange={(currentPassword) => set({ currentPassword })}
          error={refusal.at('currentPassword')}
        />
        <PasswordField
          label={ways.newPasswordLabel}
          hint={ways.passwordHint}
          autoComplete="new-password"
          value={form.password}
          onChange={(password) => set({ password })}
          error={refusal.at('password')}
        />
        <Unplaced refusal={refusal} />
        <Group>
          <Action type="submit" busy={isPending}>
            {account.passwordSave}
          </Action>
        </Group>
      </Form>
      {dialog}
    </Section>
  );
}
