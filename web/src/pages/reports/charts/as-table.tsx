import { Table, VisuallyHidden } from '@mantine/core';
import { useWords } from '../../../words/words.ts';

type Props = Readonly<{ label: string; head: readonly string[]; rows: readonly (readonly (string | number)[])[] }>;

/** The figures of a chart, for whoever would rather read than look. */
export function AsTable({ label, head, rows }: Props) {
  const { reports: words } = useWords();
  return (
    <details className="chart-table no-print">
      <summary>
        {words.asTable}
        <VisuallyHidden>: {label}</VisuallyHidden>
      </summary>
      <div className="chart-table-scroll" tabIndex={0} role="region" aria-label={label}>
        <Table aria-label={label} className="figures">
          <Table.Thead>
            <Table.Tr>
              {head.map((word) => (
                <Table.Th key={word}>{word}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([name, ...cells]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{name}</Table.Th>
                {cells.map((cell, index) => (
                  <Table.Td key={index}>{cell}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </details>
  );
}
