import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import { isUnreachable } from '../../offline/remembered.ts';
import { Action } from '../../parts/action.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { LinkFrame } from './link-frame.tsx';
import { useLinksWords } from './words.ts';

const againMs = 3_000;

/** The code of a muster point: whoever scanned it is safe there. */
export function MusterPage() {
  const words = useLinksWords();
  const { code } = useParams({ from: '/muster/$code' });
  const { mutate, isPending, data, error, failureReason } = useMutation({
    mutationFn: () => api.register.scanMuster({ code }),
    retry: (_count, problem) => isUnreachable(problem),
    retryDelay: againMs,
  });
  return (
    <LinkFrame title={words.musterTitle} tone={data && 'in'}>
      <p className="link-said" role="status">
        {data ? words.musterDone(data.musterPoint ?? data.siteName) : words.musterAsk}
      </p>
      {isPending && failureReason && <p>{words.answerUnsent}</p>}
      {error && <ProblemAlert error={error} />}
      {!data && (
        <Action
          className="link-button"
          data-answer="safe"
          size="xl"
          fullWidth
          busy={isPending}
          leftSection={<IconCircleCheck size={32} aria-hidden />}
          onClick={() => mutate()}
        >
          {words.musterDo}
        </Action>
      )}
    </LinkFrame>
  );
}
