import type { Handler } from '@guildhall/kernel';
import { locationOf } from '../../domain/book.ts';
import type { Books, Caller } from '../ports.ts';
import type { ExportFile, Row, WriteTable } from '../volunteers/export-volunteers.ts';
import type { ItemList, ListItems, NamedItem } from './read-reviews.ts';

export type ReviewReport = Readonly<{ reviewId: string; caller: Caller }>;

type Deps = Readonly<{ listItems: Handler<ListItems, ItemList>; books: Books; writeTable: WriteTable }>;

const columns = [
  'volunteer_id',
  'name',
  'role',
  'area',
  'district',
  'branch',
  'since',
  'state',
  'decided_by',
  'decided_at',
  'reason',
] as const;

/** The items of a review that the caller sees, as a file. */
export const reviewReportHandler =
  ({ listItems, books, writeTable }: Deps): Handler<ReviewReport, ExportFile> =>
  async (asked) => {
    const book = await books.read();
    const rows: Row[] = [];
    let cursor = '';
    do {
      const page = await listItems({ ...asked, state: '', isMine: false, pageSize: 500, cursor });
      rows.push(...page.items.map((one) => rowOf(one, book)));
      cursor = page.nextCursor;
    } while (cursor !== '');
    return writeTable('csv', columns, rows);
  };

function rowOf({ item, volunteer, name }: NamedItem, book: Parameters<typeof locationOf>[0]): Row {
  const { area = '', district = '', branch = '' } = locationOf(book, item.locationId) ?? {};
  const { roleKey: role, since, state, reason, decidedBy = '', decidedAt } = item;
  const decided = { decided_by: decidedBy, decided_at: decidedAt?.toISOString() ?? '', reason };
  return { volunteer_id: volunteer?.volunteerId ?? '', name, role, area, district, branch, since, state, ...decided };
}
