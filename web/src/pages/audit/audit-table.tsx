import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Audit } from '@guildhall/client';
import { useNames } from '../../api/names.ts';
import { sitesQuery } from '../../api/sites.ts';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

/** A table on the desk, cards on the phone. */
export function AuditTable({ audits }: Readonly<{ audits: readonly Audit[] }>) {
  const { admin } = useWords();
  const { audit: words } = admin;
  const nameOf = useNames(audits.flatMap(({ actorId, subjectId }) => [actorId, subjectId]));
  return (
    <Table verticalSpacing="xs" aria-label={words.title} className="audits">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.when}</Table.Th>
          <Table.Th>{words.action}</Table.Th>
          <Table.Th>{words.actor}</Table.Th>
          <Table.Th>{words.subject}</Table.Th>
          <Table.Th>{words.via}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {audits.map((audit) => (
          <Entry key={audit.id} audit={audit} nameOf={nameOf} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

type EntryProps = Readonly<{ audit: Audit; nameOf: (id: string) => string }>;

function Entry({ audit, nameOf }: EntryProps) {
  const { admin } = useWords();
  const { audit: words } = admin;
  const times = useTimes();
  const { data: sites } = useQuery(sitesQuery);
  const actions: Readonly<Record<string, string>> = words.actions;
  const { at, action, actorId, subjectId, siteId, via, ip, userAgent } = audit;
  return (
    <Table.Tr>
      <Table.Td className="figures" title={times.ago(at)}>
        {times.moment(at)}
      </Table.Td>
      <Table.Th scope="row">
        {actions[action] ?? action}
        {siteId && (
          <Text size="sm" c="dimmed">
            {sites?.find(({ id }) => id === siteId)?.name ?? siteId}
          </Text>
        )}
      </Table.Th>
      <Table.Td>{actorId ? nameOf(actorId) : words.nobody}</Table.Td>
      <Table.Td>{subjectId === actorId ? '' : nameOf(subjectId)}</Table.Td>
      <Table.Td title={userAgent}>
        {words.ways[via]}
        {ip && (
          <Text size="sm" c="dimmed" className="figures">
            {ip}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
