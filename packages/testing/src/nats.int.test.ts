import { connectBus } from '@guildhall/messaging';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testBus, testNats, type TestNats } from './nats.ts';

let nats: TestNats;
beforeEach(async () => {
  nats = await testNats();
});
afterEach(() => nats.close());

it('keeps its streams over a kill, at the same address', async () => {
  const before = await connectBus({ servers: nats.url, name: 'before' });
  await before.jsm.streams.add({ name: 'KEPT', subjects: ['kept'] });
  await before.js.publish('kept', 'message');
  await before.close();

  await nats.kill();
  await nats.restart();

  const after = await connectBus({ servers: nats.url, name: 'after' });
  expect((await after.jsm.streams.info('KEPT')).state.messages).toBe(1);
  await after.close();
});

it('has forgotten everything after its files were deleted', async () => {
  const before = await connectBus({ servers: nats.url, name: 'before' });
  await before.jsm.streams.add({ name: 'GONE', subjects: ['gone'] });
  await before.close();

  await nats.kill();
  nats.deleteFiles();
  await nats.restart();

  const after = await connectBus({ servers: nats.url, name: 'after' });
  await expect(after.jsm.streams.info('GONE')).rejects.toThrow('stream not found');
  await after.close();
});

it('is nobody else’s', async () => {
  const [one, other] = await Promise.all([testBus('one'), testBus('other')]);

  expect(one.nc.getServer()).not.toBe(other.nc.getServer());
  await Promise.all([one.close(), other.close()]);
});
