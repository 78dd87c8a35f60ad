import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { notifier as words } from '../../words/en/notifier.ts';
import { spanOf, statisticsSearch } from './search.ts';

const counts = {
  requested: 0,
  held: 1,
  sending: 0,
  sent: 7,
  delivered: 2,
  read: 0,
  failed: 1,
  expired: 0,
  cancelled: 0,
};
const row = {
  key: 'sms',
  total: 11,
  counts,
  deliveryRate: 0.9,
  latencyP50Ms: 1_500,
  latencyP95Ms: 12_250,
  smsSegments: 22,
  costMicros: '440000',
};
const statistics = {
  rows: [row],
  days: [{ day: new Date().toISOString().slice(0, 10), total: 11, sent: 9, failed: 1 }],
  reasons: [{ reason: 'No such number.', count: 1 }],
};

const open = (answer: Routes[string] = ok(statistics), address = '/messages/statistics') =>
  visit(address, {
    'GET /api/auth/session': ok(sessionOf('notifier.messages.read')),
    'GET /api/notifier/statistics': answer,
  });

describe('the statistics of messages', () => {
  it('are a chart with its table, figures and reasons', async () => {
    open();

    const figures = await screen.findByRole('table', { name: words.figures });
    const cells = within(figures)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
    // Nothing was read, expired or cancelled: there are no columns of that.
    expect(cells).toEqual(['11', '7', '2', '1', '1', '90%', '1.5 s', '12.25 s', '22', '0.44']);
    expect(screen.getByRole('img', { name: /Messages each day/ })).toBeTruthy();
    expect(screen.getByText('No such number.')).toBeTruthy();
  });

  it('are told apart as the address says', async () => {
    const { asked, router } = open();
    fireEvent.click(await screen.findByRole('radio', { name: words.dimensions.template }));

    await waitFor(() => expect(router.state.location.search).toEqual({ by: 'template', days: '7' }));
    await waitFor(() => expect(asked('GET /api/notifier/statistics').at(-1)?.search.get('by')).toBe('template'));
  });

  it('are asked for again while they are counted', async () => {
    let times = 0;
    open(() => ((times += 1) === 1 ? refused(503, { code: 'notifier.still_counting' }, 2) : ok(statistics)));

    expect(await screen.findByText(words.counting)).toBeTruthy();
    expect(await screen.findByRole('table', { name: words.figures })).toBeTruthy();
    expect(times).toBe(2);
  });

  it('say so when there are none, and when they cannot be read', async () => {
    open(ok({ rows: [], days: [], reasons: [] }));
    expect(await screen.findByText(words.none)).toBeTruthy();
  });

  it('are of whole days, today with them', () => {
    expect(spanOf('7', new Date('2026-03-08T13:00:00Z'))).toEqual({
      from: '2026-03-02T00:00:00.000Z',
      to: '2026-03-09T00:00:00.000Z',
    });
    expect(
      [
        { by: 'provider', days: 30 },
        { by: 'x', days: '8' },
      ].map(statisticsSearch),
    ).toEqual([{ by: 'provider', days: '30' }, {}]);
  });
});
