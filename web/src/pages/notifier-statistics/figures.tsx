import { Table, Text } from '@mantine/core';
import type { FailureReason, StatisticsRow } from '@guildhall/client';
import { useSpeaking, useWords } from '../../words/words.ts';
import { useNotifierWords } from '../notifier-message/words.ts';
import type { Dimension } from './search.ts';

const states = ['sent', 'delivered', 'read', 'failed', 'expired', 'cancelled', 'held'] as const;

/** A line for each channel, category, template or provider. */
export function Figures({ rows, by }: Readonly<{ rows: readonly StatisticsRow[]; by: Dimension }>) {
  const words = useNotifierWords();
  const { messages } = useWords();
  const cells = useCells();
  // What never happened needs no column.
  const shown = states.filter((state) => state === 'sent' || rows.some(({ counts }) => counts[state] > 0));
  const has = {
    segments: rows.some(({ smsSegments }) => smsSegments > 0),
    cost: rows.some(({ costMicros }) => Number(costMicros) > 0),
  };
  return (
    <div
      className="chart-table-scroll"
      tabIndex={0}
      role="region"
      aria-label={`${words.figures}: ${words.dimensions[by]}`}
    >
      <Table aria-label={words.figures} className="figures" horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.dimensions[by]}</Table.Th>
            <Table.Th>{words.total}</Table.Th>
            {shown.map((state) => (
              <Table.Th key={state}>{messages.states[state]}</Table.Th>
            ))}
            <Table.Th>{words.rate}</Table.Th>
            <Table.Th>{words.half}</Table.Th>
            <Table.Th>{words.most}</Table.Th>
            {has.segments && <Table.Th>{words.segments}</Table.Th>}
            {has.cost && <Table.Th>{words.cost}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row">{cells.name(row.key, by)}</Table.Th>
              <Table.Td>{cells.number(row.total)}</Table.Td>
              {shown.map((state) => (
                <Table.Td key={state}>{cells.number(row.counts[state])}</Table.Td>
              ))}
              <Table.Td>{cells.share(row.deliveryRate)}</Table.Td>
              <Table.Td>{cells.seconds(row.latencyP50Ms)}</Table.Td>
              <Table.Td>{cells.seconds(row.latencyP95Ms)}</Table.Td>
              {has.segments && <Table.Td>{cells.number(row.smsSegments)}</Table.Td>}
              {has.cost && <Table.Td>{cells.cost(Number(row.costMicros))}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** How the figures are written in the reader's language. */
function useCells() {
  const words = useNotifierWords();
  const { messages } = useWords();
  const { language } = useSpeaking();
  const written = (value: number, options: Intl.NumberFormatOptions = {}): string =>
    new Intl.NumberFormat(language, options).format(value);
  const names: Readonly<Record<string, string>> = { ...words.categories, ...channelNames(messages) };
  return {
    name: (key: string, by: Dimension): string =>
      key === '' ? words.noProvider : by === 'template' || by === 'provider' ? key : (names[key] ?? key),
    number: (value: number): string => written(value),
    share: (value: number | undefined): string =>
      value === undefined ? '–' : written(value, { style: 'percent', maximumFractionDigits: 2 }),
    seconds: (ms: number | undefined): string =>
      ms === undefined ? '–' : words.seconds(written(ms / 1_000, { maximumFractionDigits: 2 })),
    cost: (micros: number): string =>
      micros === 0 ? '–' : written(micros / 1_000_000, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  };
}

const channels = ['email', 'sms', 'slack', 'push', 'inbox'] as const;

const channelNames = (messages: Readonly<Record<(typeof channels)[number], string>>) =>
  Object.fromEntries(channels.map((channel) => [channel, messages[channel]]));

/** The most frequent reasons. */
export function Reasons({ reasons }: Readonly<{ reasons: readonly FailureReason[] }>) {
  const words = useNotifierWords();
  if (reasons.length === 0) return <Text c="dimmed">{words.noReasons}</Text>;
  return (
    <Table aria-label={words.reasons}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.reason}</Table.Th>
          <Table.Th>{words.count}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {reasons.map(({ reason, count }) => (
          <Table.Tr key={reason}>
            <Table.Td>{reason}</Table.Td>
            <Table.Td className="figures">{count}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
