import { Table } from '@mantine/core';
import type { SiteSummary } from '@guildhall/client';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import type { Inside } from './changes.ts';

type Props = Readonly<{ people: readonly Inside[]; site: SiteSummary; now: Date }>;

/** Everybody inside by name, since when, and through which door where there are several. */
export function PeopleInside({ people, site, now }: Props) {
  const { presence: words } = useWords();
  const times = useTimes(site.timeZone);
  return (
    <Table verticalSpacing="sm" horizontalSpacing="xs" aria-label={words.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.name}</Table.Th>
          <Table.Th>{words.since}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map(({ visitId, displayName, since, entrance }) => (
          <Table.Tr key={visitId}>
            <Table.Th scope="row" className="person">
              {displayName}
              {entrance && <span className="person-more">{entrance}</span>}
            </Table.Th>
            <Table.Td className="since">
              <time dateTime={since} title={times.moment(since)} className="figures">
                {times.time(since)}
              </time>
              <span className="person-more">{times.ago(since, now)}</span>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
