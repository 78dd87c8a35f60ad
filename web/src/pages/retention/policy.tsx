import { Table } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import type { SiteSummary } from '@guildhall/client';
import { Section } from '../../parts/section.tsx';
import { useWords } from '../../words/words.ts';

/** What each site says. */
export function Policy({ sites }: Readonly<{ sites: readonly SiteSummary[] }>) {
  const { admin } = useWords();
  const { retention: words } = admin;
  const kept = useQueries({
    queries: sites.map(({ id }) => ({
      queryKey: ['site', id, 'retention'],
      queryFn: async () => (await api.register.getSite({ siteId: id })).retentionDays,
    })),
  });
  return (
    <Section title={words.policy} hint={words.policyHint}>
      <Table aria-label={words.policy} verticalSpacing="xs" horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.site}</Table.Th>
            <Table.Th>{words.kept}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sites.map(({ id, name }, index) => (
            <Table.Tr key={id}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{kept[index]?.data === undefined ? '…' : words.keeps(kept[index].data)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Link to="/sites">{words.change}</Link>
    </Section>
  );
}
