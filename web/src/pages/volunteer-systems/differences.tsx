import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Difference } from '@guildhall/client';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { wordFor } from '../volunteers/words.ts';
import { useSystemWords } from './words.ts';

const tones: Readonly<Record<string, Tone>> = {
  missing: 'bad',
  extra: 'bad',
  deactivated: 'note',
  email_changed: 'note',
};

// Drawing more takes longer than anybody reads; the filter finds the others.
const shown = 500;

type Props = Readonly<{ differences: readonly Difference[]; label: string }>;

/** What differs, a line for each person and channel. */
export function Differences({ differences, label }: Props) {
  const words = useSystemWords();
  return (
    <div className="diff-scroll" tabIndex={0} role="region" aria-label={label}>
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {[words.driftKind, words.who, words.channel, words.done].map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences.slice(0, shown).map(({ kind, volunteerId, name, account, channelId, channel, system, done }) => (
            <Table.Tr key={[kind, account, volunteerId, channelId].join(' ')}>
              <Table.Td>
                <Tag tone={tones[kind] ?? 'plain'}>{wordFor(words.driftKinds, kind)}</Tag>
              </Table.Td>
              <Table.Td>
                {volunteerId ? (
                  <Link to="/volunteers/$volunteerId" params={{ volunteerId }}>
                    {name || volunteerId}
                  </Link>
                ) : (
                  name || account
                )}
              </Table.Td>
              <Table.Td>{channel && `${channel} (${wordFor(words.system, system)})`}</Table.Td>
              <Table.Td>{wordFor(words.driftDone, done)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
