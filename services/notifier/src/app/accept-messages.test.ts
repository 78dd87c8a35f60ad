import { AppError } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import type { Message } from '../domain/message.ts';
import { anOrder, later, nine } from '../domain/testing.ts';
import type { Reach, Recipient } from '../domain/reach.ts';
import { acceptMessagesHandler } from './accept-messages.ts';
import type { Asked } from './asked.ts';
import { emergenciesFirst } from './precedence.ts';
import {
  asked,
  inMemoryAttachments,
  inMemoryMessages,
  inMemoryOutlets,
  inMemoryRecipients,
  inMemoryUpdates,
  plainTemplates,
} from './testing.ts';
import { joinDigest } from './rules/digests.ts';
import { inMemoryRules } from './rules/testing.ts';

const idOf = (key: string): string => `id-${key}`;

const scenario = () => {
  const messages = inMemoryMessages();
  const outlets = inMemoryOutlets();
  const offered: Message[] = [];
  const dropped: string[] = [];
  const kept = {
    recipients: inMemoryRecipients(),
    attachments: inMemoryAttachments(),
    updates: inMemoryUpdates(),
  };
  const deps = {
    ...kept,
    messages,
    outlets,
    precedence: emergenciesFirst(),
    templates: plainTemplates,
    rules: inMemoryRules(kept.recipients),
    join: joinDigest({ messages, idOf }),
    sender: { offer: (message: Message) => void offered.push(message), drop: (id: string) => void dropped.push(id) },
    clock: { now: () => nine },
    idOf,
  };
  return { ...kept, messages, outlets, offered, dropped, deps, accept: acceptMessagesHandler(deps) };
};

describe('accepting messages', () => {
  it('stores each and hands it to the sender at once', async () => {
    const { accept, messages, offered } = scenario();

    const errors = await accept([asked(anOrder({ idempotencyKey: 'a' })), asked(anOrder({ idempotencyKey: 'b' }))]);

    expect(errors).toEqual([undefined, undefined]);
    expect(messages.all().map(({ id }) => id)).toEqual(['id-a', 'id-b']);
    expect(offered).toEqual(messages.all());
  });

  it('takes the same idempotency key once, in one group or in two', async () => {
    const { accept, messages, offered } = scenario();

    await accept([asked(anOrder()), asked(anOrder({ reference: 'again' }))]);
    const errors = await accept([asked(anOrder())]);

    expect(errors).toEqual([undefined]);
    expect(messages.all()).toHaveLength(1);
    expect(offered).toHaveLength(1);
  });

  it('refuses a wrong one without harm to its neighbours', async () => {
    const { accept, messages } = scenario();

    const errors = await accept([
      asked(anOrder({ idempotencyKey: 'a', template: 'no such' })),
      asked(anOrder({ idempotencyKey: 'b' })),
      asked(anOrder({ idempotencyKey: 'c', to: 'not a channel' })),
    ]);

    expect(errors.map((error) => (error instanceof AppError ? error.code : error))).toEqual([
      'notifier.unknown_template',
      undefined,
      'notifier.bad_recipient',
    ]);
    expect(messages.all()).toHaveLength(1);
  });

  it('keeps one for which the provider has no room, without sending it now', async () => {
    const { accept, messages, outlets, offered } = scenario();
    outlets.state.waitMs = 60_000;

    await accept([asked(anOrder())]);

    expect(messages.all()).toEqual([expect.objectContaining({ status: 'requested', dueAt: later(60) })]);
    expect(offered).toEqual([]);
  });

  it('records one that came too late as expired, and tells it', async () => {
    const { accept, messages, offered } = scenario();

    await accept([asked(anOrder({ expiresAt: nine }))]);

    expect(messages.all()).toEqual([expect.objectContaining({ status: 'expired' })]);
    expect(messages.facts).toHaveLength(1);
    expect(offered).toEqual([]);
  });

  it('reports a store that fails, so that the command is delivered again', async () => {
    const { deps } = scenario();
    const down = new AppError('unavailable', 'store.unavailable', 'The store is away.');
    const accept = acceptMessagesHandler({ ...deps, messages: { add: () => Promise.reject(down) } });

    expect(await accept([asked(anOrder())])).toEqual([down]);
  });
});

const ada: Recipient = {
  personId: 'p1',
  version: 1,
  locale: 'fr',
  preferredContactId: 'c1',
  contacts: [
    { id: 'c1', channel: 'email', value: 'ada@example.org' },
    { id: 'c2', channel: 'sms', value: '+447700900123' },
  ],
};
const toPerson = (kind: Reach['kind'], change: Partial<Asked> = {}): Asked =>
  asked(anOrder(), { target: { personId: 'p1', reach: { kind, nth: 0 } }, ...change });

describe('a message for a person', () => {
  it('goes to the preferred contact, in the person’s language', async () => {
    const { accept, messages, recipients } = scenario();
    await recipients.put(ada);

    await accept([toPerson('preferred')]);

    expect(messages.all()).toMatchObject([
      { channel: 'email', to: 'ada@example.org', personId: 'p1', contactId: 'c1', locale: 'fr' },
    ]);
  });

  it('goes to every contact at once, one message each, however often it is asked for', async () => {
    const { accept, messages, recipients, offered } = scenario();
    await recipients.put(ada);

    await accept([toPerson('every')]);
    await accept([toPerson('every')]);

    expect(messages.all().map(({ to }) => to)).toEqual(['ada@example.org', '+447700900123']);
    expect(new Set(messages.all().map(({ reference }) => reference))).toEqual(new Set(['visit:v1']));
    expect(offered).toHaveLength(2);
  });

  it('fails as such when there is no contact that fits', async () => {
    const { accept, messages, recipients, offered } = scenario();
    await recipients.put({ ...ada, contacts: [] });

    expect(await accept([toPerson('every')])).toEqual([undefined]);

    expect(messages.facts).toMatchObject([
      { type: 'message-failed', reason: 'no_contact', message: { personId: 'p1', reference: 'visit:v1' } },
    ]);
    expect(offered).toEqual([]);
  });

  it('waits for identity’s word of somebody new', async () => {
    const { accept, messages } = scenario();

    expect(await accept([toPerson('preferred'), asked(anOrder())])).toEqual([
      expect.objectContaining({ kind: 'stale', code: 'notifier.recipient_unknown' }),
      undefined,
    ]);
    expect(messages.all()).toHaveLength(1);
  });

  it('fails in the end when nobody ever speaks of that person', async () => {
    const { accept, messages } = scenario();

    await accept([toPerson('preferred', { attempt: 10 })]);

    expect(messages.all()).toMatchObject([{ status: 'failed', reason: 'no_contact' }]);
  });

  it('goes to the survivor after a merge', async () => {
    const { accept, messages, recipients } = scenario();
    await recipients.put({ ...ada, personId: 'p2' });
    await recipients.redirect('p1', 'p2');

    await accept([toPerson('preferred')]);

    expect(messages.all()).toMatchObject([{ to: 'ada@example.org', personId: 'p1' }]);
  });
});

describe('what hangs on a message', () => {
  const file = (bytes: number) => ({ name: 'a.csv', contentType: 'text/csv', content: new Uint8Array(bytes) });
  const mail = anOrder({ channel: 'email', to: 'ada@example.org' });

  it('is kept until it is sent', async () => {
    const { accept, messages, attachments } = scenario();

    await accept([asked(mail, { attachments: [file(3)] })]);

    expect(messages.all()).toMatchObject([{ hasAttachments: true }]);
    expect(await attachments.get('id-presence:v1:in:north')).toHaveLength(1);
  });

  it('is left out where the channel cannot carry it', async () => {
    const { accept, attachments } = scenario();

    await accept([asked(anOrder(), { attachments: [file(3)] })]);

    expect(attachments.kept.size).toBe(0);
  });

  it('is refused beyond 5 MB in all', async () => {
    const { accept } = scenario();
    const half = file(2.5 * 1024 * 1024);

    const errors = await accept([
      asked(mail, { attachments: [half, half] }),
      asked({ ...mail, idempotencyKey: 'b' }, { attachments: [half, half, file(1)] }),
    ]);

    expect(errors).toEqual([undefined, expect.objectContaining({ code: 'notifier.attachments_too_large' })]);
  });
});

describe('a message that takes the place of another', () => {
  const update = (idempotencyKey: string, to = '#building') => anOrder({ idempotencyKey, to, updateKey: 'north' });

  it('makes the sender let go of the one before', async () => {
    const { accept, dropped } = scenario();

    await accept([asked(update('a'))]);
    await accept([asked(update('b'), { at: later(1) })]);

    expect(dropped).toEqual(['id-a']);
  });

  it('is the only one of its group that is sent', async () => {
    const { accept, messages, offered } = scenario();

    await accept([asked(update('a')), asked(update('b'), { at: later(2) }), asked(update('c'), { at: later(1) })]);

    expect(offered.map(({ id }) => id)).toEqual(['id-b']);
    expect(messages.all().filter(({ reason }) => reason === 'A newer one took its place.')).toHaveLength(2);
  });

  it('does not when it is older, or of another channel', async () => {
    const { accept, dropped } = scenario();

    await accept([asked(update('a'))]);
    await accept([asked(update('b'), { at: later(-1) }), asked(update('c', '#south'), { at: later(1) })]);

    expect(dropped).toEqual([]);
  });

  it('does not at an incoming webhook, which cannot change what it posted', async () => {
    const { accept, dropped } = scenario();
    const webhook = 'https://hooks.slack.com/services/T0/B0/x';

    await accept([asked(update('a', webhook))]);
    await accept([asked(update('b', webhook), { at: later(1) })]);

    expect(dropped).toEqual([]);
  });
});
