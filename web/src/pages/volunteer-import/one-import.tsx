import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Import } from '@guildhall/client';
import { volunteers } from '../../api/volunteers.ts';
import { Asked } from '../../parts/asked.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { Counts } from './counts.tsx';
import { keptFor, requestOf } from './file.ts';
import { Issues } from './issues.tsx';
import { useImportWords } from './words.ts';

const lookMs = 1_000;
const isGoing = ({ state }: Import): boolean => state === 'checking' || state === 'running';

type Props = Readonly<{ importId: string; onOpen: (importId?: string) => void }>;

/** How far an import is, what was wrong, and the way on. */
export function OneImport({ importId, onOpen }: Props) {
  const words = useImportWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'import', importId],
    queryFn: () => volunteers.getImport({ importId }),
    refetchInterval: ({ state }) => (state.data && isGoing(state.data) ? lookMs : false),
  });
  return (
    <Section title={data ? data.name || words.file : words.file}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={200} />}
      {data && <Progress run={data} />}
      {data && <Counts run={data} />}
      {data && <Issues issues={data.issues} />}
      <Group gap="sm">
        {data && isGoing(data) && <Cancel importId={importId} />}
        {data && data.dryRun && data.state === 'done' && <Apply run={data} onOpen={onOpen} />}
        <Button variant="default" onClick={() => onOpen()}>
          {words.other}
        </Button>
      </Group>
    </Section>
  );
}

function Progress({ run }: Readonly<{ run: Import }>) {
  const words = useImportWords();
  if (!isGoing(run)) return null;
  const { done, rows } = run;
  return (
    <div>
      <progress
        className="import-progress"
        value={done}
        max={Math.max(rows, 1)}
        aria-label={words.progress(done, rows)}
      />
      <Text role="status">{words.progress(done, rows)}</Text>
      <Text size="sm" c="dimmed">
        {words.leave}
      </Text>
    </div>
  );
}

function Cancel({ importId }: Readonly<{ importId: string }>) {
  const words = useImportWords();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => volunteers.cancelImport({ importId }),
    onSuccess: () => say(words.cancelled),
    onSettled: () => client.invalidateQueries({ queryKey: ['volunteers'] }),
  });
  return (
    <>
      <Asked question={words.cancelAsk} action={words.cancel} busy={isPending} onConfirm={() => mutate()} />
      {error && <ProblemAlert error={error} />}
    </>
  );
}

/** Does what the check has shown; after the page was left the file has to be chosen again. */
function Apply({ run, onOpen }: Readonly<{ run: Import; onOpen: (importId?: string) => void }>) {
  const words = useImportWords();
  const chosen = keptFor(run.importId);
  const { created, updated, failed, allOrNothing } = run;
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => chosen && volunteers.startImport(await requestOf(chosen, false)),
    onSuccess: (started) => onOpen(started?.importId),
  });
  const isUseless = created + updated === 0 || (allOrNothing && failed > 0);
  if (!chosen || isUseless) return null;
  return (
    <>
      <Asked
        question={words.applyAsk(created, updated)}
        action={words.apply(created + updated)}
        variant="filled"
        busy={isPending}
        onConfirm={() => mutate()}
      />
      {error && <ProblemAlert error={error} />}
    </>
  );
}
