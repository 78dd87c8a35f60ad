import { testClock } from '@guildhall/testing';
import { describe, expect, it } from 'vitest';
import { postpone, request } from '../../domain/delivery.ts';
import { anOrder, later, nine } from '../../domain/testing.ts';
import { lease, startRequest } from '../../domain/requests/send-request.ts';
import { startChain } from '../../domain/requests/escalation.ts';
import { inMemoryMessages } from '../testing.ts';
import { cancelMessageHandler } from './cancel-message.ts';
import { cancelRequestHandler } from './cancel-request.ts';
import { stopMessages } from './stop-messages.ts';
import { inMemoryChains, inMemoryLists, inMemoryRequests } from './testing.ts';

const { idempotencyKey: _key, channel: _channel, to: _to, ...wish } = anOrder();
const reach = { kind: 'preferred', nth: 0 } as const;
const started = startRequest(
  { wish, reach, sources: [{ kind: 'listed', count: 3 }], hasAttachments: false, fingerprint: 'f' },
  { id: 'r1', at: nine, by: 'ada' },
);

async function setUp() {
  const clock = testClock(nine.toISOString());
  const [requests, lists, chains, stored] = [inMemoryRequests(), inMemoryLists(), inMemoryChains(), inMemoryMessages()];
  const stoppable = async (_requestId: string, limit: number) =>
    stored
      .all()
      .filter(({ status }) => status === 'requested' || status === 'held')
      .slice(0, limit)
      .map(({ id }) => id);
  const waiting = async () =>
    stored.all().filter(({ status }) => status === 'requested' || status === 'sending').length;
  const waits = async (id: string) => {
    const first = request(anOrder({ audienceId: 'r1' }), id, nine);
    await stored.add(first);
    await stored.save(postpone(first.next, nine, 60_000));
  };
  const deps = { requests, lists, chains, clock, nudge: () => undefined, messages: { ...stored, stoppable, waiting } };
  return { ...deps, stored, waits, cancel: cancelRequestHandler(deps), stop: stopMessages(deps), deps };
}

describe('cancelling a request', () => {
  it('stops what waits and leaves what is being sent', async () => {
    const { requests, stored, waits, chains, cancel, stop } = await setUp();
    await requests.add(started);
    await Promise.all(['a', 'b'].map(waits));
    await stored.add(request(anOrder({ audienceId: 'r1' }), 'c', nine));
    await chains.add(startChain({ id: 'k', requestId: 'r1', personId: 'ada', wish, steps: [] }, nine));

    await cancel('r1');
    const cancelling = await requests.find('r1');
    if (cancelling) await stop(cancelling);

    expect(stored.all().map(({ id, status }) => `${id} ${status}`)).toEqual([
      'a cancelled',
      'b cancelled',
      'c sending',
    ]);
    expect(stored.facts.map((one) => ('reason' in one ? one.reason : ''))).toEqual(['cancelled', 'cancelled']);
    expect(chains.stored.get('k')?.status).toBe('cancelled');
    expect((await requests.find('r1'))?.status).toBe('cancelling');
  });

  it('stops one that comes back from being sent', async () => {
    const { requests, stored, cancel, stop } = await setUp();
    await requests.add(started);
    const sending = request(anOrder({ audienceId: 'r1' }), 'c', nine);
    await stored.add(sending);
    await cancel('r1');
    const first = await requests.find('r1');
    if (first) await stop(first);
    await stored.save(postpone(sending.next, nine, 60_000));
    const again = await requests.find('r1');
    if (again) await stop(again);

    expect(stored.all().map(({ status }) => status)).toEqual(['cancelled']);
    expect((await requests.find('r1'))?.status).toBe('cancelled');
  });

  it('looks again when nobody can be making messages any more', async () => {
    const { requests, cancel, stop, clock } = await setUp();
    await requests.add(started);
    await requests.save(lease(started, nine));
    await cancel('r1');
    const first = await requests.find('r1');
    if (first) await stop(first);
    const again = await requests.find('r1');
    expect(again).toMatchObject({ status: 'cancelling', dueAt: later(30) });
    clock.advance(30_000);
    if (again) await stop(again);
    expect((await requests.find('r1'))?.status).toBe('cancelled');
  });

  it('is done when it is done twice, and refused for what is not there', async () => {
    const { requests, cancel } = await setUp();
    await requests.add(started);
    await cancel('r1');
    await cancel('r1');
    expect((await requests.find('r1'))?.version).toBe(2);
    await expect(cancel('r2')).rejects.toMatchObject({ kind: 'not-found', code: 'notifier.request_not_found' });
  });
});

describe('cancelling a message', () => {
  it('is done once, refused while it is sent, and tried again when it changes meanwhile', async () => {
    const { deps, waits, stored } = await setUp();
    await waits('a');
    const cancel = cancelMessageHandler(deps);
    await Promise.all([cancel('a'), cancel('a')]);
    expect(stored.facts).toHaveLength(1);
    await stored.add(request(anOrder(), 'c', nine));
    await expect(cancel('c')).rejects.toMatchObject({ kind: 'conflict', code: 'notifier.message_sending' });
    await expect(cancel('x')).rejects.toMatchObject({ kind: 'not-found' });
  });
});
