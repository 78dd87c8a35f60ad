import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { volunteers } from '../../api/volunteers.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Differences } from './differences.tsx';
import { useSystemWords } from './words.ts';

type Props = Readonly<{ reconciliationId: string; title: string; onClose: () => void }>;

/** What one run found. */
export function RunDialog({ reconciliationId, title, onClose }: Props) {
  const words = useSystemWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'run', reconciliationId],
    queryFn: async () => (await volunteers.getReconciliation({ reconciliationId })).differences,
  });
  return (
    <Dialog kind="drawer" title={title} onClose={onClose}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={240} />}
      {data?.length === 0 && <Text>{words.driftNone}</Text>}
      {data && data.length > 0 && <Differences differences={data} label={title} />}
    </Dialog>
  );
}
