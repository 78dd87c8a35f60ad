import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import { Action } from './action.tsx';
import { Dialog } from './dialog.tsx';
import { ProblemAlert } from './problem.tsx';

type Props = Readonly<{
  /** Whom it is about. */
  name: string;
  busy: boolean;
  error: Error | null;
  onDecide: (verdict: Readonly<{ approve: boolean; reason: string }>) => void;
}>;

const longest = 200;

/** Agrees to a visit by one press, or refuses it by a reason. */
export function Verdict({ name, busy, error, onDecide }: Props) {
  const { app, verdict: words } = useWords();
  const [isRefusing, refuse] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <>
      <Group gap="xs">
        <Action
          busy={busy}
          leftSection={<IconCheck size={20} aria-hidden />}
          aria-label={words.approveNamed(name)}
          onClick={() => onDecide({ approve: true, reason: '' })}
        >
          {words.approve}
        </Action>
        <Button
          variant="default"
          leftSection={<IconX size={20} aria-hidden />}
          aria-label={words.refuseNamed(name)}
          onClick={() => refuse(true)}
        >
          {words.refuse}
        </Button>
      </Group>
      {error && <ProblemAlert error={error} />}
      {isRefusing && (
        <Dialog kind="question" title={words.refuseNamed(name)} onClose={() => refuse(false)}>
          <Text mb="md">{words.refuseHint}</Text>
          <TextInput
            label={words.reason}
            value={reason}
            maxLength={longest}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={() => refuse(false)}>
              {app.cancel}
            </Button>
            <Action
              color="red.9"
              busy={busy}
              onClick={() => {
                refuse(false);
                onDecide({ approve: false, reason });
              }}
            >
              {words.refuse}
            </Action>
          </Group>
        </Dialog>
      )}
    </>
  );
}
