import { AppError } from '@guildhall/kernel';

/** Where a page of messages ended: keyset paging stays right while messages are added. */
export type Position = Readonly<{ requestedAt: Date; id: string }>;

export const encodePosition = ({ requestedAt, id }: Position): string =>
  Buffer.from(`${requestedAt.getTime()} ${id}`).toString('base64url');

export function decodePosition(token: string): Position {
  const [, time = '', id = ''] = /^(\d{1,15}) ([\w-]{1,200})$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (!id) throw new AppError('invalid', 'notifier.bad_page_token', 'This page token was not given out here.');
  return { requestedAt: new Date(Number(time)), id };
}
