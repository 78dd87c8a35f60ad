import { Table, Text } from '@mantine/core';
import type { ImportIssue } from '@guildhall/client';
import { Tag } from '../../parts/tag.tsx';
import { useImportWords } from './words.ts';

/** What is wrong or may be, line by line, and what to write instead. */
export function Issues({ issues }: Readonly<{ issues: readonly ImportIssue[] }>) {
  const words = useImportWords();
  if (issues.length === 0) return null;
  return (
    <>
      <Text fw={600}>{words.issues}</Text>
      <div className="import-issues long-list" tabIndex={0} role="region" aria-label={words.issues}>
        <Table aria-label={words.issues}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.line}</Table.Th>
              <Table.Th>{words.column}</Table.Th>
              <Table.Th>{words.detail}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {issues.map(({ line, column, severity, detail }, index) => (
              <Table.Tr key={`${line} ${column} ${index}`}>
                <Table.Th scope="row">{line}</Table.Th>
                <Table.Td>{column || words.wholeLine}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Tag tone={severity === 'error' ? 'bad' : 'note'}>
                    {severity === 'error' ? words.error : words.warning}
                  </Tag>{' '}
                  {detail}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}
