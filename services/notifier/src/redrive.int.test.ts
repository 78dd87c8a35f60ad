import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { Category, Channel, Lane, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { KnowingService } from '@guildhall/contracts/notifier/v1/knowing';
import { servicePrincipal } from '@guildhall/kernel';
import { type Bus, client } from '@guildhall/messaging';
import type { Store } from '@guildhall/mongo';
import { type SmtpFake, smtpFake } from '@guildhall/providers/testing';
import { offsetClock } from '@guildhall/runtime';
import { testBus, testStore } from '@guildhall/testing';
import { headers } from '@nats-io/transport-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, startNotifier, testSealer } from './testing.ts';

let bus: Bus;
let store: Store;
let mail: SmtpFake;
let notifier: Awaited<ReturnType<typeof startNotifier>>;
const patient = { timeout: 10_000, interval: 30 };
const knowing = () => client(bus, KnowingService, { principal: servicePrincipal('test') });
const letters = async () => (await notifier.calls.listDeadLetters({})).deadLetters;
let keys = 0;

/** A code for somebody, asked for before the template that it names was there. */
const dead = () => {
  const idempotencyKey = `redrive-${(keys += 1)}-${Date.now()}`;
  return create(SendMessageSchema, {
    idempotencyKey,
    lane: Lane.TRANSACTIONAL,
    category: Category.AUTH,
    channel: Channel.EMAIL,
    to: 'ada@example.org',
    template: 'of-tomorrow',
    variables: { expiresMinutes: '15' },
    sealedVariables: testSealer.seal({ code: '123456' }, idempotencyKey),
    reference: 'r1',
  });
};

beforeAll(async () => {
  [bus, store, mail] = await Promise.all([testBus(), testStore(), smtpFake()]);
  notifier = await startNotifier({ bus, store, clock: offsetClock(), env: { SMTP_URL: mail.url } });
}, 60_000);
beforeEach(() => bus.jsm.streams.purge('DLQ').catch(() => undefined));
afterAll(async () => {
  await notifier?.close();
  await Promise.all([store?.close(), bus?.close(), mail?.close()]);
});

describe('a dead letter', () => {
  it('shows why it died and what it is, and nothing of whom it is for', async () => {
    await ask(bus, dead());
    const [letter] = await vi.waitFor(async () => {
      const found = await letters();
      expect(found).toHaveLength(1);
      return found;
    }, patient);

    const detail = await knowing().getDeadLetter({ deadLetterId: letter!.id });

    expect(detail.letter).toMatchObject({
      durable: 'notifier-send-transactional',
      reason: 'notifier.unknown_template',
    });
    expect(JSON.parse(detail.payload!)).toMatchObject({
      template: 'of-tomorrow',
      category: 'CATEGORY_AUTH',
      to: '(15 characters)',
      variables: { expiresMinutes: '(2 characters)' },
    });
    expect(JSON.stringify(Object.values(detail.headers))).not.toContain('ada@');
    expect(detail.payload).not.toContain('ada@example.org');
  });

  it('that is not there is refused', async () => {
    for (const deadLetterId of ['999999', 'x', '-1']) {
      await expect(knowing().getDeadLetter({ deadLetterId })).rejects.toMatchObject({
        code: 'messaging.dead_letter_not_found',
      });
    }
  });
});

describe('handing dead letters back', () => {
  /** The fix: the same command with words that there are. It stays under its own key. */
  async function mend(): Promise<string> {
    const [letter] = await vi.waitFor(async () => {
      const found = await letters();
      expect(found).toHaveLength(1);
      return found;
    }, patient);
    const stored = await bus.jsm.direct.getMessage('DLQ', { seq: Number(letter!.id) });
    const mended = { ...fromBinary(SendMessageSchema, stored!.data), template: 'login' };
    await bus.jsm.streams.deleteMessage('DLQ', Number(letter!.id));
    const kept = headers();
    for (const [name, [value = '']] of stored!.header) if (!name.startsWith('Nats-')) kept.set(name, value);
    const { seq } = await bus.js.publish(stored!.subject, toBinary(SendMessageSchema, mended), { headers: kept });
    return String(seq);
  }

  it('sends what is mended, once, also when whoever did it was killed in between and does it again', async () => {
    await ask(bus, dead());
    const id = await mend();
    const before = mail.mails.length;
    // Killed after the letter was handed back and before it was taken off the list, and repeated after the broker's own
    // memory of repeats: only the message's id tells that it is the same.
    const letter = await bus.jsm.direct.getMessage('DLQ', { seq: Number(id) });
    const kept = headers();
    for (const [name, [value = '']] of letter!.header) if (!name.startsWith('Nats-')) kept.set(name, value);
    const back = letter!.subject.replace('dlq.', 'redrive.');
    await bus.js.publish(back, letter!.data, { headers: kept });
    await vi.waitFor(() => expect(mail.mails.length).toBe(before + 1), patient);

    expect((await notifier.calls.redriveDeadLetters({ ids: [id] })).redriven).toBe(1);
    await ask(bus, { ...fromBinary(SendMessageSchema, letter!.data) });
    await vi.waitFor(async () => {
      const { num_pending, num_ack_pending } = await bus.jsm.consumers
        .info('DLQ', 'notifier-send-transactional')
        .catch(() => bus.jsm.consumers.info('CMD_NOTIFIER', 'notifier-send-transactional'));
      expect([num_pending, num_ack_pending]).toEqual([0, 0]);
    }, patient);

    expect(await letters()).toEqual([]);
    expect((await notifier.calls.listMessages({ reference: 'r1', to: 'ada@example.org' })).messages).toHaveLength(1);
    expect(mail.mails.length).toBe(before + 1);
  }, 30_000);

  it('takes all of them when none is named', async () => {
    await ask(bus, dead());
    await ask(bus, dead());
    await vi.waitFor(async () => expect(await letters()).toHaveLength(2), patient);

    expect((await notifier.calls.redriveDeadLetters({})).redriven).toBe(2);
  });
});
