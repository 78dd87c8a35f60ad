import { Group, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Recognised } from '@guildhall/client';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { Section } from '../../parts/section.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useShiftWords } from './words.ts';

const shown = 50;

/** Who gave how much this year. */
export function Recognition() {
  const words = useShiftWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'recognition'],
    queryFn: async () => (await volunteers.getRecognition({})).volunteers,
  });
  const save = useMutation({
    mutationFn: async () => saveFile('recognition.csv', await volunteers.exportRecognition({})),
  });
  const problem = error ?? save.error;
  return (
    <Section title={words.recognition}>
      {problem && <ProblemAlert error={problem} onRetry={() => void refetch()} />}
      {data?.length === 0 && <Text c="dimmed">{words.recognitionNone}</Text>}
      {data && data.length > 0 && (
        <>
          <div className="chart-table-scroll" tabIndex={0} role="region" aria-label={words.recognition}>
            <Given people={data.slice(0, shown)} />
          </div>
          <Group>
            <Action
              variant="default"
              busy={save.isPending}
              leftSection={<IconDownload size={20} aria-hidden />}
              onClick={() => save.mutate()}
            >
              {words.save}
            </Action>
          </Group>
        </>
      )}
    </Section>
  );
}

function Given({ people }: Readonly<{ people: readonly Recognised[] }>) {
  const words = useShiftWords();
  return (
    <Table aria-label={words.recognition} className="figures">
      <Table.Thead>
        <Table.Tr>
          {[words.name, words.given, words.count, words.noShows, words.milestones].map((head) => (
            <Table.Th key={head}>{head}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map(({ volunteerId, name, minutes, shifts, noShows, milestones }) => (
          <Table.Tr key={volunteerId}>
            <Table.Th scope="row">{name}</Table.Th>
            <Table.Td>{words.hours(minutes / 60)}</Table.Td>
            <Table.Td>{shifts}</Table.Td>
            <Table.Td>{noShows}</Table.Td>
            <Table.Td>
              {milestones.map((hours) => (
                <Tag key={hours} tone="good">
                  {words.milestone(hours)}
                </Tag>
              ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
