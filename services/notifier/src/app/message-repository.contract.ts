import { describe, expect, it } from 'vitest';
import { claim, fail, request, succeed } from '../domain/delivery.ts';
import { anOrder, later, nine } from '../domain/testing.ts';
import type { MessageRepository } from './ports.ts';

const attempt = { at: nine, provider: 'smtp', outcome: 'sent' as const, durationMs: 5 };

/** Every MessageRepository must pass: run it on the in-memory one and on the real one. */
export const messageRepositoryContract = (name: string, make: () => Promise<MessageRepository>) =>
  describe(`${name} keeps the MessageRepository promises`, () => {
    it('returns what was added', async () => {
      const messages = await make();
      const decided = request(anOrder({ sealed: new Uint8Array([1, 2]), expiresAt: later(60) }), 'm1', nine);

      expect(await messages.add(decided)).toBe(true);

      const found = await messages.find('m1');
      expect({ ...found, sealed: [...(found?.sealed ?? [])] }).toEqual({ ...decided.next, sealed: [1, 2] });
    });

    it('finds nothing where nothing was added', async () => {
      expect(await (await make()).find('m1')).toBeUndefined();
    });

    it('adds a message once, whoever comes first', async () => {
      const messages = await make();
      const decided = request(anOrder(), 'm1', nine);

      const added = await Promise.all([messages.add(decided), messages.add(decided), messages.add(decided)]);

      expect(added.filter(Boolean)).toHaveLength(1);
    });

    it('keeps every attempt', async () => {
      const messages = await make();
      const first = request(anOrder(), 'm1', nine);
      await messages.add(first);
      const reason = { permanent: false, attempted: true, reason: 'down' };
      const second = fail(first.next, { ...attempt, outcome: 'failed', reason: 'down' }, reason, nine, 0.5);
      await messages.save(second);
      await messages.save(succeed(second.next, attempt, later(2)));

      expect(await messages.find('m1')).toMatchObject({
        status: 'sent',
        version: 3,
        attempts: [{ reason: 'down' }, attempt],
      });
    });

    it('lets one of two claims win', async () => {
      const messages = await make();
      const first = request(anOrder(), 'm1', nine);
      await messages.add(first);
      const again = claim(first.next, later(20));

      const results = await Promise.allSettled([messages.save(again), messages.save(again)]);

      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'stale' } });
    });

    it('finds the latest text message to a number that may still be answered', async () => {
      const messages = await make();
      const to = `+4477009${String(Math.random()).slice(2, 7)}`;
      const text = (change = {}) => anOrder({ channel: 'sms', to, answerUntil: later(60), ...change });
      await messages.add(request(text(), 'first', nine));
      await messages.add(request(text(), 'second', later(1)));
      await messages.add(request(text({ answerUntil: later(5) }), 'over', later(2)));

      expect((await messages.findAnswerable(to, later(10)))?.id).toBe('second');
      expect(await messages.findAnswerable(to, later(61))).toBeUndefined();
      expect(await messages.findAnswerable('+447700900999', nine)).toBeUndefined();
    });

    it('finds what went to a person, or to one of their addresses', async () => {
      const messages = await make();
      await messages.add(request(anOrder({ personId: 'p1' }), 'to-person', nine));
      await messages.add(request(anOrder({ to: 'ada@example.org' }), 'to-address', nine));
      await messages.add(request(anOrder({ personId: 'p2', to: 'bob@example.org' }), 'to-other', nine));

      expect((await messages.idsOf('p1', ['ada@example.org'])).toSorted()).toEqual(['to-address', 'to-person']);
      expect(await messages.idsOf('p3', [])).toEqual([]);
    });
  });
