import { eventStream } from '@guildhall/contracts';
import { testBus } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bus } from './bus/connect.ts';
import { ensureStream, findStream, isMissing } from './topology.ts';

let bus: Bus;

beforeAll(async () => {
  bus = await testBus();
});
afterAll(() => bus.close());

describe('streams', () => {
  it('are made by whoever needs them first, also by several at once', async () => {
    const stream = eventStream('together');
    const made = await Promise.all([1, 2, 3, 4].map(() => ensureStream(bus, stream)));
    expect(new Set(made.map(({ created }) => created)).size).toBe(1);
    expect(made[0]?.config).toMatchObject({ subjects: ['evt.together.>'], storage: 'file', num_replicas: 1 });
  });

  it('keep a message once within the window against repeats', async () => {
    const stream = eventStream('repeats');
    await ensureStream(bus, stream);
    const publish = () => bus.js.publish('evt.repeats.v1.x.y', 'x', { msgID: 'same' });
    expect([(await publish()).duplicate, (await publish()).duplicate]).toEqual([false, true]);
  });

  it('that are not there are missing, and nothing else is', async () => {
    await expect(findStream(bus, 'EVT_NOWHERE')).resolves.toBeUndefined();
    const error = await bus.jsm.streams.info('EVT_NOWHERE').catch((reason: unknown) => reason);
    expect(isMissing(error)).toBe(true);
    expect(isMissing(new Error('away'))).toBe(false);
  });
});
