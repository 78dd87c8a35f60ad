import { AppError, type Clock, type Handler } from '@guildhall/kernel';
import { type Table, toCsv } from '@guildhall/tables';
import { type ExportedMessage, exportedColumns, exportedOf } from '../../domain/knowing/exported.ts';
import type { Message } from '../../domain/message.ts';
import type { ListMessages, MessageFilter } from '../queries.ts';

export type ExportFormat = 'csv' | 'xlsx' | 'json';
export type ExportMessages = Readonly<{ filter: MessageFilter; format: ExportFormat }>;
export type File = Readonly<{ contentType: string; data: Uint8Array }>;

type Deps = Readonly<{
  listMessages: ListMessages;
  writeWorkbook: (tables: readonly Table[]) => Promise<Uint8Array>;
  clock: Clock;
}>;

const MOST = 20_000;
const PAGE = 500;
// The bus carries 8 MiB in one message, its own frame included.
const MOST_BYTES = 8_000_000;

/** The messages of a search as a file. Throws `notifier.export_too_large` rather than leave some out. */
export const exportMessagesHandler =
  ({ listMessages, writeWorkbook, clock }: Deps): Handler<ExportMessages, File> =>
  async ({ filter, format }) => {
    // What is asked for while this goes on is not among them.
    const until = filter.until ?? new Date(clock.now().getTime() + 1);
    const rows = (await all(listMessages, { ...filter, until })).map(exportedOf);
    const data = await written(rows, format, writeWorkbook);
    if (data.length > MOST_BYTES) throw tooLarge();
    return { contentType: contentTypes[format], data };
  };

const contentTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};

async function all(listMessages: ListMessages, filter: MessageFilter): Promise<readonly Message[]> {
  const found: Message[] = [];
  let after: string | undefined;
  do {
    const page = await listMessages({ ...filter, limit: PAGE, after });
    found.push(...page.messages);
    if (found.length > MOST || (found.length === MOST && page.next)) throw tooLarge();
    after = page.next;
  } while (after);
  return found;
}

async function written(rows: readonly ExportedMessage[], format: ExportFormat, write: Deps['writeWorkbook']) {
  if (format === 'json') return Buffer.from(JSON.stringify(rows));
  const cells = rows.map((row) => exportedColumns.map((column) => row[column] ?? ''));
  const table = { name: 'Messages', columns: exportedColumns, rows: cells };
  return format === 'csv' ? Buffer.from(toCsv(table)) : write([table]);
}

const tooLarge = (): AppError =>
  new AppError('invalid', 'notifier.export_too_large', 'These are too many messages for one file: narrow the search.');
