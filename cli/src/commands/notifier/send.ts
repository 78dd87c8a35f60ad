import type { SendMessagesRequest } from '@guildhall/client';
import { readFile } from 'node:fs/promises';
import { type Asked, openSession } from '../../api/session.ts';
import { UsageError } from '../../exit-codes.ts';
import { showOne, type Shown } from '../../output/result.ts';
import type { Terminal } from '../../terminal.ts';
import { recipientOf, variablesOf } from './recipient.ts';

type Sending = Asked &
  Shown &
  Readonly<{
    category: SendMessagesRequest['category'];
    to?: readonly string[];
    toFile?: string;
    variable?: readonly string[];
    lane?: NonNullable<SendMessagesRequest['lane']>;
    at?: string;
    expires?: string;
    key?: string;
  }>;

export async function send(terminal: Terminal, template: string, given: Sending): Promise<void> {
  const named = [...(given.to ?? []), ...(given.toFile ? await linesOf(given.toFile) : [])];
  if (named.length === 0) throw new UsageError('Nobody is named: --to or --to-file.');
  const request: SendMessagesRequest = {
    template,
    category: given.category,
    recipients: named.map(recipientOf),
    variables: variablesOf(given.variable ?? []),
    ...(given.lane && { lane: given.lane }),
    ...(given.at && { sendAt: timeOf(given.at) }),
    ...(given.expires && { expiresAt: timeOf(given.expires) }),
    ...(given.key && { idempotencyKey: given.key }),
  };
  const { api } = await openSession(terminal, given);
  const accepted = await api.notifier.sendMessages(request);
  showOne(
    terminal,
    given,
    accepted,
    ({ requestId }) => `${accepted.accepted} recipients. guildhall notifier show ${requestId} says how far it is.`,
  );
}

async function linesOf(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`${path} cannot be read.`);
  });
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function timeOf(text: string): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new UsageError(`"${text}" is no time: 2026-03-02T09:00:00Z`);
  return time.toISOString();
}
