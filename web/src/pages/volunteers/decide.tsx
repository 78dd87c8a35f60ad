import { Button, Group, TextInput } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Assignment } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useChanged } from './use-changed.ts';
import { useVolunteerWords } from './words.ts';

type Props = Readonly<{ volunteerId: string; name: string; assignment: Assignment }>;
type Decision = Readonly<{ decision: 'approve' | 'refuse'; reason?: string }>;

/** Approves a role that waits by one press, or refuses it with a reason. */
export function Decide({ volunteerId, name, assignment: { assignmentId } }: Props) {
  const words = useVolunteerWords();
  const changed = useChanged();
  const [isRefusing, refuse] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (decision: Decision) => volunteers.decideAssignment({ volunteerId, assignmentId, ...decision }),
    onSuccess: (next, { decision }) => {
      say(decision === 'approve' ? words.approved : words.refused);
      return changed(next);
    },
  });
  return (
    <>
      <Group gap="xs">
        <Action
          busy={isPending}
          leftSection={<IconCheck size={20} aria-hidden />}
          aria-label={words.approveOf(name)}
          onClick={() => mutate({ decision: 'approve' })}
        >
          {words.approve}
        </Action>
        <Button
          variant="default"
          leftSection={<IconX size={20} aria-hidden />}
          aria-label={words.refuseOf(name)}
          onClick={() => refuse(true)}
        >
          {words.refuse}
        </Button>
      </Group>
      {error && <ProblemAlert error={error} />}
      {isRefusing && (
        <ReasonDialog
          title={words.refuseOf(name)}
          action={words.refuse}
          onClose={() => refuse(false)}
          onReason={(reason) => {
            refuse(false);
            mutate({ decision: 'refuse', reason });
          }}
        />
      )}
    </>
  );
}

type ReasonProps = Readonly<{
  title: string;
  action: string;
  onClose: () => void;
  onReason: (reason: string) => void;
}>;

/** Asks once, and why. */
export function ReasonDialog({ title, action, onClose, onReason }: ReasonProps) {
  const words = useVolunteerWords();
  const [reason, setReason] = useState('');
  return (
    <Dialog kind="question" title={title} onClose={onClose}>
      <TextInput
        label={words.reason}
        value={reason}
        maxLength={500}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        data-autofocus
      />
      <Group justify="flex-end" mt="lg">
        <Button color="red.9" onClick={() => onReason(reason.trim())}>
          {action}
        </Button>
      </Group>
    </Dialog>
  );
}
