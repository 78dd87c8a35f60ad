import { Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { SiteSummary } from '@guildhall/client';
import { Action } from '../../parts/action.tsx';
import { Asked } from '../../parts/asked.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useWords } from '../../words/words.ts';
import { RunFigures } from './run-figures.tsx';

/** Counts what a run would delete, and deletes it after a question. */
export function RunRetention({ sites }: Readonly<{ sites: readonly SiteSummary[] }>) {
  const { admin } = useWords();
  const { retention: words } = admin;
  const client = useQueryClient();
  const [siteId, setSite] = useState('');
  const [days, setDays] = useState('');
  const { mutate, isPending, error, data, reset } = useMutation({
    mutationFn: (dryRun: boolean) =>
      api.register.runRetention({ dryRun, ...(siteId && { siteId }), ...(days && { days: Number(days) }) }),
    onSuccess: async (_answer, dryRun) => {
      if (dryRun) return;
      say(words.ran);
      await client.invalidateQueries({ queryKey: ['retention-runs'] });
    },
  });
  const where = sites.find(({ id }) => id === siteId)?.name ?? words.everySite;
  return (
    <Section title={words.try} hint={words.tryHint}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={words.site}
          data={[{ value: '', label: words.everySite }, ...sites.map(({ id, name }) => ({ value: id, label: name }))]}
          value={siteId}
          onChange={({ currentTarget }) => {
            setSite(currentTarget.value);
            reset();
          }}
        />
        <TextInput
          type="number"
          min={1}
          max={730}
          label={words.days}
          description={words.daysHint}
          value={days}
          onChange={({ currentTarget }) => {
            setDays(currentTarget.value);
            reset();
          }}
        />
      </SimpleGrid>
      {error && <ProblemAlert error={error} />}
      <Group gap="sm">
        <Action variant="default" busy={isPending} onClick={() => mutate(true)}>
          {words.dryRun}
        </Action>
        <Asked
          variant="light"
          color="red"
          question={words.runAsk(where)}
          action={words.run}
          busy={isPending}
          onConfirm={() => mutate(false)}
        />
      </Group>
      <div role="status">
        {data?.runs.map((run) => (
          <RunFigures
            key={run.siteId}
            run={run}
            siteName={sites.find(({ id }) => id === run.siteId)?.name ?? run.siteId}
          />
        ))}
      </div>
    </Section>
  );
}
