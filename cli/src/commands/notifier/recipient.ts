import type { Addressee } from '@guildhall/client';
import { UsageError } from '../../exit-codes.ts';

/** One recipient as it is typed: `person:ID`, `role:NAME`, `permission:NAME`, `topic:NAME`, `slack:#channel`, a mail address or a number. */
export function recipientOf(text: string): Addressee {
  const [, kind = '', name = ''] = /^(person|role|permission|topic|slack):(.+)$/.exec(text) ?? [];
  switch (kind) {
    case 'person':
      return { personId: name };
    case 'role':
      return { role: name };
    case 'permission':
      return { permission: name };
    case 'topic':
      return { topic: name };
    case 'slack':
      return { slackChannel: name };
  }
  if (text.includes('@')) return { email: text };
  if (/^\+[\d ]+$/.test(text)) return { phone: text.replaceAll(' ', '') };
  throw new UsageError(
    `"${text}" is no recipient: person:ID, role:NAME, topic:NAME, slack:#channel, ada@example.org, +447700900123`,
  );
}

/** `name=value` pairs as variables. */
export function variablesOf(pairs: readonly string[]): Record<string, string> {
  const split = pairs.map((pair) => /^([^=]+)=(.*)$/s.exec(pair));
  const wrong = pairs[split.findIndex((one) => one === null)];
  if (wrong !== undefined) throw new UsageError(`"${wrong}" is not of the form name=value.`);
  return Object.fromEntries(split.map((one) => [one?.[1] ?? '', one?.[2] ?? '']));
}
