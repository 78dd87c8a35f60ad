import type { Channel, Wish } from '../domain/message.ts';
import type { Reach } from '../domain/reach.ts';
import type { Attachment } from './ports.ts';

export type Target = Readonly<{ channel: Channel; to: string }> | Readonly<{ personId: string; reach: Reach }>;

/** A message as it was asked for. */
export type Asked = Readonly<{
  wish: Wish;
  target: Target;
  attachments: readonly Attachment[];
  at: Date;
  /** 1 when it is handled for the first time. */
  attempt: number;
}>;
