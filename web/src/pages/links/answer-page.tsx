import { Textarea } from '@mantine/core';
import { IconCircleCheck, IconFirstAidKit, IconMapPinOff } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { RollCallAnswer } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { isUnreachable } from '../../offline/remembered.ts';
import { Action } from '../../parts/action.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { LinkFrame, LinkTrouble } from './link-frame.tsx';
import { useLinksWords } from './words.ts';

type Answer = 'safe' | 'help' | 'not_on_site';

const againMs = 3_000;

/** "I am safe", in one tap, from the link in the call. */
export function AnswerPage() {
  const words = useLinksWords();
  const { token } = useParams({ from: '/safe/$token' });
  const { data, error, refetch } = useQuery({
    queryKey: ['answer', token],
    queryFn: () => api.register.getAnswer({ token }),
  });
  const isLive = data?.kind === 'live' && data.open;
  return (
    <LinkFrame
      title={data ? words.answerTitle[data.kind] : words.answerTitle.live}
      heading={data?.open ? words.answerAsk(data.siteName) : undefined}
      tone={isLive ? undefined : data && 'note'}
    >
      {!data && <LinkTrouble error={error} onRetry={() => void refetch()} />}
      {data && <Question token={token} answer={data} />}
    </LinkFrame>
  );
}

function Question({ token, answer }: Readonly<{ token: string; answer: RollCallAnswer }>) {
  const words = useLinksWords();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const { mutate, isPending, variables, error, failureReason } = useMutation({
    mutationFn: (state: Answer) => api.register.giveAnswer({ token, state, ...(note.trim() && { note }) }),
    onSuccess: (given) => client.setQueryData(['answer', token], given),
    // Somebody waits for this word: it is said again until it is heard.
    retry: (_count, problem) => isUnreachable(problem),
    retryDelay: againMs,
  });
  if (!answer.open) return <p className="link-said">{words.answerOver}</p>;
  const said =
    answer.state === 'safe' || answer.state === 'help' || answer.state === 'not_on_site' ? answer.state : undefined;
  const ways = [
    ['safe', words.answerSafe, IconCircleCheck],
    ['help', words.answerHelp, IconFirstAidKit],
    ['not_on_site', words.answerAway, IconMapPinOff],
  ] as const;
  return (
    <>
      {answer.kind !== 'live' && <p className="link-said">{words.answerDrill}</p>}
      {answer.message && <p className="link-message">{answer.message}</p>}
      <div role="status" className="link-noted">
        {said && !isPending && <strong>{words.answered[said]}</strong>}
        {isPending && failureReason && <strong>{words.answerUnsent}</strong>}
      </div>
      {error && <ProblemAlert error={error} />}
      {said && <p>{words.answerChange}</p>}
      {ways.map(([state, label, Sign]) => (
        <Action
          key={state}
          className="link-button"
          data-answer={state}
          data-said={said === state || undefined}
          size="xl"
          fullWidth
          variant="default"
          busy={isPending && variables === state}
          leftSection={<Sign size={32} aria-hidden />}
          onClick={() => mutate(state)}
        >
          {label}
        </Action>
      ))}
      <Textarea
        label={words.answerNote}
        description={words.answerNoteHint}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        maxLength={300}
        rows={2}
      />
    </>
  );
}
