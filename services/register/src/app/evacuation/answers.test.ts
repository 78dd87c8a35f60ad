import { describe, expect, it } from 'vitest';
import { stateOf } from '../../domain/evacuation/entry.ts';
import { aPerson } from '../testing.ts';
import { anEvacuation, officer, plainLinks, wanda } from './testing.ts';

const tomorrow = new Date('2026-03-03T14:00:00Z');

async function underWay() {
  const evacuation = anEvacuation();
  await evacuation.comeIn('Ada', 'Bob');
  const { incident } = await evacuation.start();
  const id = incident.id;
  const entryOf = (name: string) => evacuation.entries.stored.get(`${id}-${name}`)!;
  const token = plainLinks.sign('answer', { e: `${id}-ada` }, tomorrow);
  evacuation.clock.set('2026-03-02T14:00:30Z');
  return { ...evacuation, id, token, entryOf };
}

describe('the link in a call', () => {
  it('shows what it is about and changes nothing', async () => {
    const { getAnswer, token, entries } = await underWay();
    expect(await getAnswer(token)).toMatchObject({ incident: { siteName: 'Vauxhall Walk' }, entry: { marks: [] } });
    expect(entries.named('entry-marked')).toEqual([]);
  });

  it('takes an answer, and the same one once', async () => {
    const { giveAnswer, token, entryOf } = await underWay();
    await giveAnswer({ token, state: 'safe', note: '' });
    await giveAnswer({ token, state: 'safe', note: '' });
    expect(entryOf('ada').marks).toMatchObject([{ state: 'safe', source: 'link', byName: 'Ada' }]);
  });

  it('takes a change of mind', async () => {
    const { giveAnswer, token, entryOf } = await underWay();
    await giveAnswer({ token, state: 'safe', note: '' });
    await giveAnswer({ token, state: 'help', note: 'second floor' });
    expect(stateOf(entryOf('ada')).state).toBe('help');
  });

  it.each([
    '',
    'rubbish',
    plainLinks.sign('sign-out', { e: 'v1-ada' }, tomorrow),
    plainLinks.sign('answer', {}, tomorrow),
  ])('is no link of ours: %s', async (token) => {
    const { getAnswer } = await underWay();
    await expect(getAnswer(token)).rejects.toMatchObject({ code: 'register.link_unusable' });
  });

  it('is over a day later', async () => {
    const { getAnswer, token, clock } = await underWay();
    clock.set('2026-03-03T14:00:00Z');
    await expect(getAnswer(token)).rejects.toMatchObject({ kind: 'gone' });
  });

  it('takes no answer after the end', async () => {
    const { giveAnswer, endIncident, token, id } = await underWay();
    await endIncident({ incidentId: id, note: '', by: officer });
    await expect(giveAnswer({ token, state: 'safe', note: '' })).rejects.toMatchObject({
      code: 'register.incident_ended',
    });
  });
});

describe('a reply by text message', () => {
  const at = new Date('2026-03-02T14:00:20Z');

  it('marks its sender, once for each message', async () => {
    const { recordReply, id, entryOf } = await underWay();
    const reply = { id: 'fact1', entryId: `${id}-ada`, text: '1 safe', at };
    await recordReply(reply);
    await recordReply(reply);
    expect(entryOf('ada').marks).toMatchObject([{ id: 'sms-fact1', state: 'safe', source: 'sms', at, note: '1 safe' }]);
  });

  it('is shown when nobody understands it', async () => {
    const { recordReply, id, entryOf } = await underWay();
    await recordReply({ id: 'fact1', entryId: `${id}-ada`, text: 'who is this', at });
    expect(entryOf('ada')).toMatchObject({ marks: [{ state: 'unclear', note: 'who is this' }], call: { turn: 0 } });
    expect(stateOf(entryOf('ada')).state).toBe('unanswered');
  });

  it('about nobody we know passes by', async () => {
    const { recordReply } = await underWay();
    await expect(recordReply({ id: 'f', entryId: 'x-y', text: '1', at })).resolves.toBeUndefined();
  });

  it('counts when it was sent before the end and came after it', async () => {
    const { recordReply, endIncident, id, entryOf } = await underWay();
    await endIncident({ incidentId: id, note: '', by: officer });
    await recordReply({ id: 'f1', entryId: `${id}-ada`, text: '1', at });
    await recordReply({ id: 'f2', entryId: `${id}-bob`, text: '1', at: new Date('2026-03-02T16:00:00Z') });
    expect([entryOf('ada').marks.length, entryOf('bob').marks.length]).toEqual([1, 0]);
  });
});

describe('the code of a muster point', () => {
  const codeOf = async (evacuation: Awaited<ReturnType<typeof underWay>>) =>
    (await evacuation.musterPoints({ incidentId: evacuation.id, by: wanda }))[0]!;

  it('is an address that a phone can open', async () => {
    const point = await codeOf(await underWay());
    expect(point).toMatchObject({ number: 1, name: 'Car park' });
    expect(point.url).toMatch(/^https:\/\/example\.org\/muster\/[\w-]+$/);
  });

  it('makes who scans it safe there, once', async () => {
    const evacuation = await underWay();
    const by = { ...aPerson('Ada'), permissions: [] };
    const { url } = await codeOf(evacuation);
    await evacuation.scanMuster({ code: url, by });
    await evacuation.scanMuster({ code: url, by });
    expect(evacuation.entryOf('ada').marks).toMatchObject([
      { state: 'safe', source: 'muster', musterPoint: 'Car park' },
    ]);
  });

  it('puts somebody on the list who signed in nowhere', async () => {
    const evacuation = await underWay();
    const { url } = await codeOf(evacuation);
    const { entry } = await evacuation.scanMuster({ code: url, by: { ...aPerson('Zoe'), permissions: [] } });
    expect(entry).toMatchObject({ displayName: 'Zoe', origin: 'muster' });
    expect(stateOf(entry).state).toBe('safe');
  });

  it('is none of ours', async () => {
    const { scanMuster } = await underWay();
    await expect(scanMuster({ code: 'x', by: wanda })).rejects.toMatchObject({ code: 'register.unknown_code' });
  });
});

describe('a badge that a warden scans', () => {
  it('makes its bearer safe, once for each mark', async () => {
    const { scanBadge, id, entryOf } = await underWay();
    const code = `https://example.org/b/${plainLinks.sign('badge', { v: 'ada' }, tomorrow)}`;
    const scan = { incidentId: id, code, markId: 'm1', musterPoint: 'Lawn', by: wanda };
    await scanBadge(scan);
    await scanBadge(scan);
    expect(entryOf('ada').marks).toMatchObject([
      { id: 'm1', source: 'scan', byName: 'Wanda Warden', musterPoint: 'Lawn' },
    ]);
  });

  it('may be one of a member, which readers know by its number', async () => {
    const { scanBadge, id, entryOf } = await underWay();
    await scanBadge({ incidentId: id, code: 'badge of ada', markId: 'm1', musterPoint: '', by: wanda });
    expect(entryOf('ada').marks).toMatchObject([{ source: 'scan', state: 'safe' }]);
  });

  it('counts when it was scanned by a phone without a connection, also after the end', async () => {
    const { scanBadge, endIncident, clock, id, entryOf } = await underWay();
    clock.set('2026-03-02T14:02:00Z');
    await endIncident({ incidentId: id, note: '', by: wanda });
    clock.set('2026-03-03T15:00:00Z');
    const badge = plainLinks.sign('badge', { v: 'ada' }, tomorrow);
    // The phone's clock is an hour behind.
    const times = { at: new Date('2026-03-02T13:01:00Z'), sentAt: new Date('2026-03-03T14:00:00Z') };
    await scanBadge({ incidentId: id, code: badge, markId: 'm1', musterPoint: '', by: wanda, ...times });
    expect(entryOf('ada').marks).toMatchObject([{ at: new Date('2026-03-02T14:01:00Z') }]);
    const late = { incidentId: id, code: 'badge of ada', markId: 'm2', musterPoint: '', by: wanda };
    await expect(scanBadge(late)).rejects.toMatchObject({ code: 'register.incident_ended' });
  });

  it('says nothing about somebody who is not on the list', async () => {
    const { scanBadge, id } = await underWay();
    const code = plainLinks.sign('badge', { v: 'zoe' }, tomorrow);
    await expect(scanBadge({ incidentId: id, code, markId: 'm1', musterPoint: '', by: wanda })).rejects.toMatchObject({
      code: 'register.unknown_code',
    });
  });
});

describe('somebody whom a warden adds', () => {
  it('is on the list once, with what was said first', async () => {
    const { addEntry, id, entries } = await underWay();
    const who = {
      incidentId: id,
      key: 'k1',
      displayName: ' A plumber ',
      kind: 'contractor',
      state: 'safe',
      by: wanda,
    } as const;
    await addEntry(who);
    const { entry } = await addEntry(who);
    expect(entry).toMatchObject({
      displayName: 'A plumber',
      origin: 'warden',
      personId: '',
      marks: [{ state: 'safe' }],
    });
    expect(entries.stored.size).toBe(3);
  });

  it('may be nobody knows how', async () => {
    const { addEntry, id } = await underWay();
    const { entry } = await addEntry({ incidentId: id, key: 'k2', displayName: 'A guest', kind: 'visitor', by: wanda });
    expect(stateOf(entry).state).toBe('unanswered');
  });
});
