import { Table, Text } from '@mantine/core';
import type { SiteSummary } from '../../api/gen/client.ts';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import type { Inside } from './changes.ts';

type Props = Readonly<{ people: readonly Inside[]; site: SiteSummary; now: Date }>;

/** Everybody inside by name, since when, and through which door where there are several. */
export function PeopleInside({ people, site, now }: Props) {
  const { presence: words } = useWords();
  const times = useTimes(site.timeZone);
  const hasEntrances = people.some(({ entrance }) => entrance);
  return (
    <Table.ScrollContainer minWidth={280}>
      <Table verticalSpacing="sm" stickyHeader={false} aria-label={words.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th>{words.since}</Table.Th>
            {hasEntrances && <Table.Th>{words.entrance}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map(({ visitId, displayName, since, entrance }) => (
            <Table.Tr key={visitId}>
              <Table.Th scope="row" fw={600}>
                {displayName}
              </Table.Th>
              <Table.Td>
                <time dateTime={since} title={times.moment(since)} className="figures">
                  {times.time(since)}
                </time>{' '}
                <Text span size="sm" c="dimmed">
                  {times.relative(since, now)}
                </Text>
              </Table.Td>
              {hasEntrances && <Table.Td>{entrance}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
