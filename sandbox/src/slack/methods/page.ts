import { type Arguments, textOf } from '../method.ts';
import { SlackError } from '../slack-error.ts';

const usual = 100;
const most = 1_000;

/** What `limit` and `cursor` ask for, and the cursor of what follows, empty at the end. */
export function pageOf<T>(all: readonly T[], args: Arguments): { page: T[]; next: string } {
  const size = Math.min(Number(args.limit ?? usual) || usual, most);
  const cursor = textOf(args, 'cursor');
  const from = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString() || NaN);
  if (!Number.isInteger(from) || from < 0) throw new SlackError('invalid_cursor');
  const next = from + size < all.length ? Buffer.from(String(from + size)).toString('base64') : '';
  return { page: all.slice(from, from + size), next };
}
