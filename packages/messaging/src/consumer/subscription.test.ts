import { create, toBinary } from '@bufbuild/protobuf';
import { SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { SiteChangedSchema } from '@guildhall/contracts/register/v1/events';
import { describe, expect, it, vi } from 'vitest';
import { type Arrival, type GroupItem, on, onGroup } from './subscription.ts';

const arrival = (
  id: string,
  data = toBinary(SiteChangedSchema, create(SiteChangedSchema, { siteId: id })),
): Arrival => ({
  data,
  delivery: { id, subject: `evt.${id}`, aggregateId: id, version: 1, at: new Date(0), attempt: 1 },
});
const rubbish = Uint8Array.of(255, 255);
const nothing = () => Promise.resolve();

describe('where messages come from', () => {
  it.each([
    ['a fact, from its contract', on(SiteChangedSchema, nothing).subject, 'evt.register.v1.site-changed'],
    ['the command, from every lane', on(SendMessageSchema, nothing).subject, 'cmd.notifier.v1.*.send'],
    [
      'somewhere else, when it is said',
      on(SiteChangedSchema, nothing, { subject: 'evt.x.v1.y' }).subject,
      'evt.x.v1.y',
    ],
  ])('%s', (_, subject, expected) => expect(subject).toBe(expected));
});

describe('a handler of single messages', () => {
  it('gets them decoded', async () => {
    const seen: string[] = [];
    await on(SiteChangedSchema, async ({ siteId }, { id }) => void seen.push(siteId, id)).handle([arrival('north')]);
    expect(seen).toEqual(['north', 'north']);
  });

  it('never sees what cannot be decoded', async () => {
    const handle = vi.fn<() => Promise<void>>();
    const handled = on(SiteChangedSchema, handle).handle([arrival('x', rubbish)]);
    await expect(handled).rejects.toMatchObject({ kind: 'malformed', code: 'messaging.undecodable' });
    expect(handle).not.toHaveBeenCalled();
  });
});

describe('a handler of groups', () => {
  const run = (answer: (items: readonly GroupItem<typeof SiteChangedSchema>[]) => Promise<readonly unknown[]>) =>
    onGroup(SiteChangedSchema, answer).handle([arrival('a'), arrival('x', rubbish), arrival('b'), arrival('c')]);

  it('answers for the messages it got, and they are told apart from the others', async () => {
    const outcomes = await run(async (items) => items.map(({ event }) => (event.siteId === 'b' ? 'bad' : undefined)));
    expect(outcomes).toEqual([undefined, expect.objectContaining({ kind: 'malformed' }), 'bad', undefined]);
  });

  it('may answer with less than it got: the rest is done', async () => {
    const outcomes = await run(async () => []);
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(3);
  });

  it('is not called when nothing can be decoded', async () => {
    const handle = vi.fn<() => Promise<readonly unknown[]>>();
    await onGroup(SiteChangedSchema, handle).handle([arrival('x', rubbish)]);
    expect(handle).not.toHaveBeenCalled();
  });
});
