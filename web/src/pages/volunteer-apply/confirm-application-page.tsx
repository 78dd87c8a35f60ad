import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { LinkFrame, LinkTrouble } from '../links/link-frame.tsx';
import { wordFor } from '../volunteers/words.ts';
import { useApplyWords } from './words.ts';

/** Confirms the address of somebody who applied. A press is asked for: programs that read mails open links too. */
export function ConfirmApplicationPage() {
  const words = useApplyWords();
  const { hash: token } = useLocation();
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: () => volunteers.confirmApplication({ token }),
  });
  return (
    <LinkFrame title={words.confirmTitle} tone={data && 'in'} heading={data && words.confirmed(data.firstName)}>
      {data && <Text role="status">{wordFor(words.states, data.state)}</Text>}
      {error && <LinkTrouble error={error} onRetry={() => mutate()} />}
      {!data && !error && (
        <>
          <Text mb="md">{words.confirmAsk}</Text>
          <Action busy={isPending} onClick={() => mutate()}>
            {words.confirmDo}
          </Action>
        </>
      )}
    </LinkFrame>
  );
}
