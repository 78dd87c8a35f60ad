import { type Clock, systemClock } from '@guildhall/kernel';
import { temporaryFolder } from '@guildhall/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MessageStore } from './message-store.ts';

let dir: string;
const opened: MessageStore[] = [];

beforeEach(() => {
  dir = temporaryFolder();
});

afterEach(() => Promise.all(opened.splice(0).map((store) => store.close())));

async function openStore(keep = 100, clock: Clock = systemClock): Promise<MessageStore> {
  const store = await MessageStore.open(dir, keep, clock);
  opened.push(store);
  return store;
}

const sms = (to: string) => ({ channel: 'sms' as const, to, text: 'hello', raw: {} });
const mail = (to: string) => ({ channel: 'email' as const, to, text: 'hello', raw: {} });

describe('the message store', () => {
  it('lists the messages of all channels in the order they came', async () => {
    const store = await openStore();
    for (const received of [sms('1'), mail('2'), sms('3')]) await store.record(received);
    expect(store.list().map(({ to }) => to)).toEqual(['1', '2', '3']);
  });

  it('stamps a message with the time of its clock', async () => {
    const clock = { now: () => new Date('2031-01-02T03:04:05.678Z') };
    const store = await openStore(10, clock);
    expect((await store.record(sms('1'))).at).toBe('2031-01-02T03:04:05.678Z');
  });

  it('keeps the newest of each channel, however many another one gets', async () => {
    const store = await openStore(3);
    await store.record(mail('rare'));
    await Promise.all(Array.from({ length: 50 }, (_, index) => store.record(sms(String(index)))));
    expect(store.list('sms').map(({ to }) => to)).toEqual(['47', '48', '49']);
    expect(store.list('email').map(({ to }) => to)).toEqual(['rare']);
  });

  it('has after a restart whatever it had acknowledged, with ids that go on growing', async () => {
    const first = await openStore(3);
    for (let index = 0; index < 8; index += 1) await first.record(sms(String(index)));
    const second = await openStore(3);
    expect(second.list()).toEqual(first.list());
    const next = await second.record(sms('next'));
    expect(next.id > (first.list().at(-1)?.id ?? '')).toBe(true);
  });

  it('does not acknowledge what it could not write', async () => {
    const store = await openStore();
    await store.close();
    await expect(store.record(sms('1'))).rejects.toThrow('closed');
    expect(store.list()).toEqual([]);
  });

  it('forgets everything on clear, on disk too', async () => {
    const store = await openStore();
    await store.record(sms('1'));
    await store.clear();
    expect(store.list()).toEqual([]);
    expect((await openStore()).list()).toEqual([]);
  });

  it('finds one message by its id', async () => {
    const store = await openStore();
    const { id } = await store.record(mail('ada'));
    expect(store.find(id)?.to).toBe('ada');
    expect(store.find('nothing')).toBeUndefined();
  });

  it('tells those who watch, until they stop', async () => {
    const store = await openStore();
    const listener = vi.fn<() => void>();
    const unwatch = store.watch(listener);
    await store.record(sms('1'));
    unwatch();
    await store.record(sms('2'));
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('takes thousands of messages a second', async () => {
    const store = await openStore(20_000);
    const started = performance.now();
    await Promise.all(Array.from({ length: 20_000 }, (_, index) => store.record(sms(String(index)))));
    expect(performance.now() - started).toBeLessThan(4_000);
    expect(store.count('sms')).toBe(20_000);
  });
});
