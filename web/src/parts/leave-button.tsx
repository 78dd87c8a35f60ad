import { UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { useLeave } from '../api/leave.ts';
import { useWords } from '../words/words.ts';
import { say } from './notice.ts';
import { explain } from './problem.tsx';

/** Signs out of this device. */
export function LeaveButton({ className, children }: PropsWithChildren<Readonly<{ className: string }>>) {
  const { app } = useWords();
  const { mutate, isPending } = useMutation({
    mutationFn: useLeave(),
    onError: (error) => say(explain(error, app.unreachable, app.crash)),
  });
  return (
    <UnstyledButton className={className} aria-disabled={isPending} onClick={() => isPending || mutate()}>
      {children}
    </UnstyledButton>
  );
}
