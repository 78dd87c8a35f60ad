import { fromBinary } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Channel, Lane, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { describe, expect, it } from 'vitest';
import type { GuestContact } from '../../app/evacuation/ports.ts';
import type { Broadcast, Recipient } from '../../domain/broadcasts/broadcast.ts';
import { broadcastCommands } from './broadcast.commands.ts';

const broadcast: Broadcast = {
  id: 'b1',
  version: 1,
  siteId: 'vw',
  siteName: 'Vauxhall Walk',
  entrance: '',
  text: 'The lift is out of order.',
  sentAt: new Date('2026-03-02T09:00:00Z'),
  sentBy: { personId: 'olga', displayName: 'Olga Officer' },
  count: 1,
};

const commandsTo = async (recipient: Recipient, ...contacts: GuestContact[]) => {
  const toCommands = broadcastCommands({ of: async () => contacts });
  const envelopes = await toCommands({ id: 'b1-p0', broadcast, recipients: [recipient] });
  return envelopes.map(({ data }) => fromBinary(SendMessageSchema, data));
};

describe('the command of a message to the people inside', () => {
  it('goes to a member in the transactional lane, names its sender, and is worth nothing after four hours', async () => {
    const [command] = await commandsTo({ personId: 'ada', kind: 'person' });
    expect(command).toMatchObject({
      lane: Lane.TRANSACTIONAL,
      personId: 'ada',
      idempotencyKey: 'broadcast:b1:ada',
      template: 'site-message',
      variables: { siteName: 'Vauxhall Walk', text: broadcast.text, senderName: 'Olga Officer' },
    });
    expect(timestampDate(command!.expiresAt!)).toEqual(new Date('2026-03-02T13:00:00Z'));
  });

  it('goes to a visitor by the number before the address', async () => {
    const [sms, email] = [
      { channel: 'sms', value: '+447700900123' },
      { channel: 'email', value: 'vi@example.org' },
    ] as const;
    expect(await commandsTo({ personId: 'v1', kind: 'visitor' }, sms, email)).toMatchObject([
      { channel: Channel.SMS, to: sms.value, personId: '' },
    ]);
    expect(await commandsTo({ personId: 'v1', kind: 'visitor' }, email)).toMatchObject([
      { channel: Channel.EMAIL, to: email.value },
    ]);
  });

  it('is none for a visitor who left neither', async () => {
    expect(await commandsTo({ personId: 'v1', kind: 'visitor' })).toEqual([]);
  });
});
