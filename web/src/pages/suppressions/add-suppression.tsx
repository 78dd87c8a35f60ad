import { Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useSuppressionWords } from './words.ts';

const kinds = ['email', 'sms'] as const;
type Kind = (typeof kinds)[number];

/** Stops an address by hand. */
export function AddSuppression({ onClose }: Readonly<{ onClose: () => void }>) {
  const words = useSuppressionWords();
  const client = useQueryClient();
  const [channel, setChannel] = useState<Kind>('email');
  const [to, setTo] = useState('');
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () => api.notifier.addSuppression({ channel, to: to.trim() }),
    onSuccess: async (added) => {
      await client.invalidateQueries({ queryKey: ['suppressions'] });
      say(words.added(added.to));
      onClose();
    },
  });
  const refusal = refusalOf(error, ['to']);
  const choose = (kind: Kind): void => {
    reset();
    setChannel(kind);
  };
  return (
    <Dialog kind="drawer" title={words.add} onClose={onClose}>
      <Form refusal={refusal} onSubmit={mutate}>
        <Text>{words.addHint}</Text>
        <Choice
          legend={words.kind}
          value={channel}
          onChange={choose}
          options={kinds.map((value) => ({ value, label: words.channels[value] }))}
        />
        <TextInput
          type={channel === 'email' ? 'email' : 'tel'}
          label={words[channel]}
          {...(channel === 'sms' && { description: words.smsHint })}
          value={to}
          maxLength={320}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
          error={refusal.at('to')}
          data-autofocus
        />
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {words.stop}
        </Action>
      </Form>
    </Dialog>
  );
}
