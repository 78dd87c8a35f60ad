import type { KioskEvent, SyncResult } from '@guildhall/client';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../api/problem.ts';
import { all, empty } from '../../offline/vault.ts';
import { addGuest, enqueue, guestsNamed, handIn, removeGuest, waiting } from './queue.ts';

const at = '2026-03-02T09:00:00Z';
const now = new Date('2026-03-02T10:00:00Z');
const event = (id: string): KioskEvent => ({ id, at, pin: { number: '1', pin: '2', direction: 'in' } });

/** A platform that answers each event with an outcome, and remembers what it was sent. */
function platform(outcomeOf: (id: string) => SyncResult['outcome'], visitorId = '') {
  const sent: string[][] = [];
  const syncKiosk = async ({ events = [] }: Readonly<{ events?: readonly KioskEvent[] }>) => {
    sent.push(events.map(({ id }) => id));
    return { results: events.map(({ id }) => ({ id, outcome: outcomeOf(id), code: '', detail: '', visitorId })) };
  };
  return { sent, api: { syncKiosk: syncKiosk as never } };
}

describe('what happened at a kiosk without a connection', () => {
  it('waits in the order in which it happened', async () => {
    await enqueue(event('00000002'));
    await enqueue(event('00000001'));

    expect((await waiting()).map(({ id }) => id)).toEqual(['00000001', '00000002']);
  });

  it.each(['applied', 'repeated'] as const)('is forgotten once it is %s', async (outcome) => {
    await enqueue(event('00000001'));

    expect(await handIn(platform(() => outcome).api)).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it('keeps a PIN so that only this device can read it, and hands it in as it was typed', async () => {
    await enqueue({ id: '00000001', at, pin: { number: '4711', pin: '25808520', direction: 'in' } });
    const kept = await all<{ id: string; sealedPin: { bytes: ArrayBuffer } }>('kiosk-events');
    const bytes = kept.map(({ sealedPin }) => new TextDecoder().decode(sealedPin.bytes)).join('');
    expect(JSON.stringify(kept) + bytes).not.toMatch(/25808520|4711/);
    const given: unknown[] = [];
    const syncKiosk = async ({ events }: { events: readonly KioskEvent[] }) => {
      given.push(...events);
      return { results: events.map(({ id }) => ({ id, outcome: 'applied' })) };
    };

    await handIn({ syncKiosk: syncKiosk as never });

    expect(given).toEqual([{ id: '00000001', at, pin: { number: '4711', pin: '25808520', direction: 'in' } }]);
    expect(await waiting()).toEqual([]);
  });

  it('reports a PIN that cannot be read any more, and hands in the rest', async () => {
    await enqueue(event('00000001'));
    await empty('keys');
    await enqueue(event('00000002'));
    const { api, sent } = platform(() => 'applied');

    expect(await handIn(api)).toMatchObject([{ id: '00000001' }]);
    expect([sent, await waiting()]).toEqual([[['00000002']], []]);
  });

  it('stays as long as the platform cannot be reached', async () => {
    await enqueue(event('00000001'));
    const syncKiosk = () => Promise.reject(new Problem(0, {}));

    await expect(handIn({ syncKiosk })).rejects.toThrow(Problem);
    expect(await waiting()).toHaveLength(1);
  });

  it('is sent again later where the platform asks for that, and the rest is not', async () => {
    await enqueue(event('00000001'));
    await enqueue(event('00000002'));
    const { api, sent } = platform((id) => (id === '00000001' ? 'retry' : 'applied'));

    await handIn(api);

    expect(sent).toEqual([['00000001', '00000002']]);
    expect((await waiting()).map(({ id }) => id)).toEqual(['00000001']);
  });

  it('is reported when it is refused for good', async () => {
    await enqueue(event('00000001'));

    expect(await handIn(platform(() => 'refused').api)).toMatchObject([{ id: '00000001' }]);
    expect(await waiting()).toEqual([]);
  });

  it('is handed in by portions however much there is', async () => {
    for (let n = 0; n < 250; n += 1) await enqueue(event(String(n).padStart(8, '0')));
    const { api, sent } = platform(() => 'applied');

    await handIn(api);

    expect(sent.map(({ length }) => length)).toEqual([200, 50]);
  });
});

describe('the guests of a kiosk', () => {
  it('are found by a part of their name', async () => {
    await addGuest({ id: 'e1', name: 'Bob Moran', at });

    expect(await guestsNamed('mor', now)).toMatchObject([{ id: 'e1' }]);
    expect(await guestsNamed('ada', now)).toEqual([]);
  });

  it('are forgotten when they leave, and after a day', async () => {
    await addGuest({ id: 'e1', name: 'Bob Moran', at });
    await addGuest({ id: 'e2', name: 'Bob Odd', at });
    await removeGuest('e1');

    expect(await guestsNamed('bob', now)).toMatchObject([{ id: 'e2' }]);
    expect(await guestsNamed('bob', new Date('2026-03-03T09:00:01Z'))).toEqual([]);
  });

  it('leave under their own id once the platform knows them', async () => {
    await addGuest({ id: '00000001', name: 'Bob Moran', at });
    await enqueue(event('00000001'));
    await handIn(platform(() => 'applied', 'vi_1').api);

    expect(await guestsNamed('bob', now)).toMatchObject([{ id: '00000001', visitorId: 'vi_1' }]);
  });
});
