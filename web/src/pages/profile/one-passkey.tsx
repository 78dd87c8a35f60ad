import { Button, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { Passkey } from '@guildhall/client';
import { Action } from '../../parts/action.tsx';
import { Asked } from '../../parts/asked.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

const queryKey = ['passkeys'];

export function OnePasskey({ passkey }: Readonly<{ passkey: Passkey }>) {
  const { account, profile } = useWords();
  const times = useTimes();
  const client = useQueryClient();
  const [isNaming, setNaming] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.identity.removePasskey({ passkeyId: passkey.id }),
    onSuccess: () => say(account.removed),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const { label, lastUsedAt, createdAt, backedUp } = passkey;
  return (
    <>
      <Own
        icon={IconFingerprint}
        title={label}
        hint={lastUsedAt ? profile.lastSeen(times.ago(lastUsedAt)) : account.passkeyMade(times.ago(createdAt))}
        tags={backedUp && <Tag tone="note">{account.passkeyBackedUp}</Tag>}
      >
        <Button variant="default" aria-label={account.renameNamed(label)} onClick={() => setNaming(true)}>
          {account.rename}
        </Button>
        <Asked
          question={account.passkeyRemoveAsk(label)}
          action={account.remove}
          label={account.removeNamed(label)}
          busy={remove.isPending}
          onConfirm={remove.mutate}
        />
      </Own>
      {remove.error && <ProblemAlert error={remove.error} />}
      {isNaming && <Naming passkey={passkey} onClose={() => setNaming(false)} />}
    </>
  );
}

function Naming({ passkey, onClose }: Readonly<{ passkey: Passkey; onClose: () => void }>) {
  const { account, app } = useWords();
  const client = useQueryClient();
  const [label, setLabel] = useState(passkey.label);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.renamePasskey({ passkeyId: passkey.id, label: label.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const refusal = refusalOf(error, ['label']);
  return (
    <Dialog kind="question" title={account.rename} onClose={onClose}>
      <Form refusal={refusal} onSubmit={mutate}>
        <TextInput
          data-autofocus
          label={account.passkeyName}
          value={label}
          onChange={({ currentTarget }) => setLabel(currentTarget.value)}
          error={refusal.at('label')}
          maxLength={100}
        />
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {app.save}
        </Action>
      </Form>
    </Dialog>
  );
}
