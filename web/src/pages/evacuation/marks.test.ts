import { describe, expect, it } from 'vitest';
import { ok, platform, refused } from '../../testing/platform.ts';
import { handIn, keepMark, type Mark, marksOf } from './marks.ts';
import { entry, incidentOf } from './samples.testing.ts';

const incident = incidentOf(entry('e1', 'Ada'), entry('e2', 'Bob'));
const at = '2026-03-02T09:05:00Z';
const mark = (id: string, more: Partial<Mark> = {}): Mark => ({
  id,
  siteId: 'north',
  byId: 'p1',
  at,
  state: 'safe',
  personId: '',
  ...more,
});
const [marks, entries] = ['POST /api/register/incidents/in1/marks', 'POST /api/register/incidents/in1/entries'];

async function kept(...all: readonly Mark[]): Promise<readonly Mark[]> {
  for (const one of all) await keepMark(one);
  return marksOf('north', 'p1');
}

describe('what a warden says', () => {
  it('is kept on the phone in the order in which it was said, for this warden and site', async () => {
    const all = await kept(mark('2'), mark('1'), mark('3', { byId: 'p2' }), mark('4', { siteId: 'quay' }));

    expect(all.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('is handed in with its time and the time of the phone, and forgotten once it is kept there', async () => {
    const { asked } = platform({ [marks]: ok({ kept: ['1'], refused: [] }) });
    const all = await kept(mark('1', { entryId: 'e1', note: 'By the lift', musterPoint: 'Car park' }));

    expect(await handIn(incident, all)).toEqual({ kept: ['1'], refused: [], scanned: [] });

    expect(asked(marks)[0]?.body).toEqual({
      marks: [{ id: '1', entryId: 'e1', state: 'safe', at, note: 'By the lift', musterPoint: 'Car park' }],
      sentAt: expect.any(String),
    });
    expect(await marksOf('north', 'p1')).toEqual([]);
  });

  it('finds its person where it was said before the incident was known', async () => {
    const { asked } = platform({ [marks]: ok({ kept: ['1'], refused: [] }) });

    await handIn(incident, await kept(mark('1', { personId: 'person-e2' })));

    expect(asked(marks)[0]?.body).toMatchObject({ marks: [{ id: '1', entryId: 'e2' }] });
  });

  it('stays on the phone while the platform cannot be reached', async () => {
    platform({ [marks]: refused(503) });
    const all = await kept(mark('1', { entryId: 'e1' }));

    await expect(handIn(incident, all)).rejects.toThrow('Refused');

    expect(await marksOf('north', 'p1')).toHaveLength(1);
  });

  it('is reported and forgotten when it is refused for good', async () => {
    platform({ [marks]: ok({ kept: [], refused: [{ id: '1', code: 'x', detail: 'It has ended.' }] }) });

    expect(await handIn(incident, await kept(mark('1', { entryId: 'e1' })))).toMatchObject({
      refused: [{ id: '1', detail: 'It has ended.' }],
    });
    expect(await marksOf('north', 'p1')).toEqual([]);
  });

  it('is reported too when the person is on no list any more', async () => {
    platform({});

    expect(await handIn(incident, await kept(mark('1', { personId: 'nobody' })))).toEqual({
      kept: [],
      refused: [{ id: '1', detail: '' }],
      scanned: [],
    });
  });
});

describe('a badge that was scanned', () => {
  const scans = 'POST /api/register/incidents/in1/scans';

  it('is handed in with the time of the scan and that of the phone, and says whose it is', async () => {
    const { asked } = platform({ [scans]: ok(entry('e1', 'Ada', { state: 'safe' })) });

    const handed = await handIn(incident, await kept(mark('1', { scanned: '4711', musterPoint: 'Car park' })));

    expect(handed).toMatchObject({ kept: ['1'], scanned: [{ id: '1', entry: { displayName: 'Ada' } }] });
    expect(asked(scans)[0]?.body).toEqual({
      code: '4711',
      markId: '1',
      at,
      sentAt: expect.any(String),
      musterPoint: 'Car park',
    });
    expect(await marksOf('north', 'p1')).toEqual([]);
  });

  it.each([
    [404, 0],
    [503, 1],
  ])('is given up or kept by the answer: %s', async (status, left) => {
    platform({ [scans]: refused(status) });

    await handIn(incident, await kept(mark('1', { scanned: '4711' }))).catch(() => undefined);

    expect(await marksOf('north', 'p1')).toHaveLength(left);
  });
});

describe('somebody who is on no list', () => {
  it('is added under a key of the phone, so that it happens once', async () => {
    const { asked } = platform({ [entries]: { status: 201, body: entry('e3', 'Stray Guest') } });

    await handIn(incident, await kept(mark('1', { added: 'Stray Guest' })));

    expect(asked(entries)[0]?.body).toMatchObject({ key: '1', displayName: 'Stray Guest', state: 'safe' });
    expect(await marksOf('north', 'p1')).toEqual([]);
  });

  it.each([
    [409, 0],
    [503, 1],
    [429, 1],
  ])('is kept or given up by the answer: %s', async (status, left) => {
    platform({ [entries]: refused(status) });

    await handIn(incident, await kept(mark('1', { added: 'Stray Guest' }))).catch(() => undefined);

    expect(await marksOf('north', 'p1')).toHaveLength(left);
  });
});
