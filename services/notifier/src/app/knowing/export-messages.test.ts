import { inert } from '@guildhall/tables';
import { writeWorkbook } from '@guildhall/tables/workbook';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../domain/message.ts';
import { aMessage, later, nine } from '../../domain/testing.ts';
import type { ListMessages, MessageFilter } from '../queries.ts';
import { exportMessagesHandler } from './export-messages.ts';

const messages = (count: number, change: Partial<Message> = {}): readonly Message[] =>
  Array.from({ length: count }, (_, n) => ({ ...aMessage(), ...change, id: `m${n}` }));

const exporting = (found: readonly Message[]) => {
  const asked: MessageFilter[] = [];
  const listMessages: ListMessages = async ({ limit, after = '0', ...filter }) => {
    asked.push(filter);
    const end = Number(after) + limit;
    return { messages: found.slice(Number(after), end), ...(end < found.length && { next: String(end) }) };
  };
  return { asked, run: exportMessagesHandler({ listMessages, writeWorkbook, clock: { now: () => nine } }) };
};

const textOf = ({ data }: Readonly<{ data: Uint8Array }>): string => Buffer.from(data).toString();

describe('the messages as a file', () => {
  it('have a row each, however many pages they are', async () => {
    const { run } = exporting(messages(1_203));

    expect(textOf(await run({ filter: {}, format: 'csv' })).split('\r\n')).toHaveLength(1_203 + 2);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '|calc', '%00'])(
    'hold nothing that a spreadsheet would run (%j)',
    async (reference) => {
      const { run } = exporting(messages(1, { reference }));

      const csv = textOf(await run({ filter: {}, format: 'csv' }));
      expect(csv).toContain(inert(reference));
      expect(csv).not.toContain(`,${reference},`);
    },
  );

  it('hold neither variables nor the addresses of webhooks', async () => {
    const { run } = exporting(messages(1));

    for (const format of ['csv', 'json'] as const) {
      const text = textOf(await run({ filter: {}, format }));
      expect(text).not.toContain('Lovelace');
      expect(text).not.toContain('/secret');
    }
  });

  it('are JSON and a workbook too', async () => {
    const { run } = exporting(messages(2, { status: 'sent', readAt: later(5) }));

    const json = await run({ filter: {}, format: 'json' });
    expect(json.contentType).toBe('application/json');
    expect(JSON.parse(textOf(json))).toMatchObject([{ id: 'm0', state: 'read', read_at: later(5).toISOString() }, {}]);
    expect(textOf(await run({ filter: {}, format: 'xlsx' })).slice(0, 2)).toBe('PK');
  });

  it('are those of the search, as they were when it began', async () => {
    const { run, asked } = exporting(messages(600));
    await run({ filter: { template: 'login' }, format: 'json' });

    expect(asked).toHaveLength(2);
    expect(new Set(asked.map(({ until }) => until?.getTime())).size).toBe(1);
    expect(asked[0]).toMatchObject({ template: 'login' });
  });

  it('are refused rather than cut short', async () => {
    const { run } = exporting(messages(20_001));

    await expect(run({ filter: {}, format: 'csv' })).rejects.toMatchObject({ code: 'notifier.export_too_large' });
  });
});
