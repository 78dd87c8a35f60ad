import type { Visitor } from '@guildhall/client';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en as everywhere } from '../../words/en.ts';
import { visitors as en } from '../../words/en/visitors.ts';

const site = '/api/register/sites/north';

const visitor = (id: string, more: Partial<Visitor> = {}) => ({
  id,
  siteId: 'north',
  kind: 'visitor',
  status: 'expected',
  name: 'Bob Moran',
  company: 'Roofs Ltd',
  hostId: '',
  hostName: 'Grace Hopper',
  expectedFrom: '09:30',
  watched: false,
  acceptances: [],
  ...more,
});

const desk = (...visitors: readonly object[]): Routes => ({
  'GET /api/auth/session': ok(sessionOf('register.visitors.write')),
  [`GET ${site}/visitors`]: ok({ visitors }),
  [`GET ${site}/pending-visitors`]: ok({ visitors: [] }),
  [`GET ${site}/reception`]: ok({ documents: [] }),
});

const rules = {
  id: 'rules',
  title: 'Rules',
  text: 'Wear your badge.',
  version: 3,
  contractorsOnly: false,
  needsSignature: false,
};

describe('a site at which somebody else has to agree', () => {
  const pending = (more: Partial<Visitor> = {}): Routes => ({
    ...desk(visitor('v1', { approval: 'pending' })),
    [`GET ${site}/pending-visitors`]: ok({
      visitors: [visitor('v1', { approval: 'pending', announcedById: 'p9', expectedOn: '2026-03-02', ...more })],
    }),
  });
  const decision = `POST ${site}/visitors/v1/decision`;

  it('shows whom to decide about, and takes one press to agree', async () => {
    const { asked } = visit('/visitors', { ...pending(), [decision]: ok(visitor('v1', { approval: 'approved' })) });
    fireEvent.click(await screen.findByRole('button', { name: everywhere.verdict.approveNamed('Bob Moran') }));

    await waitFor(() => expect(asked(decision)[0]?.body).toEqual({ approve: true, reason: '' }));
    expect(screen.getByText(en.toApprove)).toBeTruthy();
  });

  it('asks for a reason before it refuses', async () => {
    const { asked } = visit('/visitors', { ...pending(), [decision]: ok(visitor('v1', { approval: 'refused' })) });
    fireEvent.click(await screen.findByRole('button', { name: everywhere.verdict.refuseNamed('Bob Moran') }));
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.change(dialog.getByLabelText(everywhere.verdict.reason), { target: { value: 'Closed.' } });
    fireEvent.click(dialog.getByRole('button', { name: everywhere.verdict.refuse }));

    await waitFor(() => expect(asked(decision)[0]?.body).toEqual({ approve: false, reason: 'Closed.' }));
  });

  it('does not ask whoever announced them', async () => {
    visit('/visitors', pending({ announcedById: sessionOf().person.id }));

    expect(await screen.findByText(en.pendingOwn)).toBeTruthy();
    expect(screen.queryByRole('button', { name: everywhere.verdict.approveNamed('Bob Moran') })).toBeNull();
  });
});

describe('the desk', () => {
  it('lists who is expected, with host and time, and counts the others', async () => {
    visit('/visitors', desk(visitor('v1'), visitor('v2', { status: 'inside', name: 'Eva' })));

    expect(await screen.findByText('Bob Moran')).toBeTruthy();
    expect(screen.getByText(/Visits Grace Hopper · From 09:30/)).toBeTruthy();
    expect(screen.getByRole('radio', { name: en.inside(1) })).toBeTruthy();
    expect(screen.queryByText('Eva')).toBeNull();
  });

  it('says to the desk who is on the watch list', async () => {
    visit('/visitors', desk(visitor('v1', { watched: true })));

    expect(await screen.findByText(en.watched)).toBeTruthy();
  });

  it('signs in who was announced, once they have accepted what is asked', async () => {
    const path = `POST ${site}/arrivals`;
    const { asked } = visit('/visitors', {
      ...desk(visitor('v1')),
      [`GET ${site}/reception`]: ok({ documents: [rules] }),
      [path]: ok({ visitor: visitor('v1', { status: 'inside' }), visitId: 'x', changed: true, occupancy: 1 }),
    });
    fireEvent.click(await screen.findByRole('button', { name: en.arriveNamed('Bob Moran') }));
    const dialog = within(await screen.findByRole('dialog'));
    const arrive = await dialog.findByRole('button', { name: en.arrive });
    expect(arrive.hasAttribute('disabled')).toBe(true);
    fireEvent.click(dialog.getByRole('checkbox', { name: en.accepted('Rules') }));
    fireEvent.click(arrive);

    expect(await screen.findByText(en.arrived('Bob Moran'))).toBeTruthy();
    expect(asked(path)[0]?.body).toEqual({ visitorId: 'v1', acceptances: [{ documentId: 'rules', version: 3 }] });
  });

  it('asks for a reason where a contractor is not inducted', async () => {
    const path = `POST ${site}/arrivals`;
    const { asked } = visit('/visitors', {
      ...desk(visitor('v1', { kind: 'contractor' })),
      [path]: refused(403, { code: 'register.induction_missing' }),
    });
    fireEvent.click(await screen.findByRole('button', { name: en.arriveNamed('Bob Moran') }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(await dialog.findByRole('button', { name: en.arrive }));
    fireEvent.change(await dialog.findByLabelText(en.overrideLabel), { target: { value: 'The roof leaks' } });
    fireEvent.click(dialog.getByRole('button', { name: en.arrive }));

    await waitFor(() => expect(asked(path)[1]?.body).toMatchObject({ overrideReason: 'The roof leaks' }));
  });

  it('announces somebody who comes later, to a host who is found by name', async () => {
    const path = `POST ${site}/visitors`;
    const { asked } = visit('/visitors', {
      ...desk(),
      [`GET ${site}/hosts`]: ok({ hosts: [{ id: 'p2', name: 'Grace Hopper' }] }),
      [`GET ${site}/returning-visitors`]: ok({ visitors: [] }),
      [path]: { status: 201, body: visitor('v1') },
    });
    fireEvent.click(await screen.findByRole('button', { name: en.add }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('radio', { name: en.later }));
    fireEvent.change(dialog.getByLabelText(en.name), { target: { value: 'Bob Moran' } });
    fireEvent.change(dialog.getByLabelText(en.hostLabel), { target: { value: 'grace' } });
    fireEvent.click(await dialog.findByRole('button', { name: 'Grace Hopper' }));
    fireEvent.click(dialog.getByRole('button', { name: en.expect }));

    await waitFor(() =>
      expect(asked(path)[0]?.body).toMatchObject({ name: 'Bob Moran', hostId: 'p2', expectedOn: '2026-03-02' }),
    );
  });

  it('signs out who is inside', async () => {
    const path = `POST ${site}/visitors/v1/sign-out`;
    const { asked } = visit('/visitors?show=inside', {
      ...desk(visitor('v1', { status: 'inside', arrivedAt: '2026-03-02T09:00:00Z' })),
      [path]: ok(visitor('v1', { status: 'left' })),
    });
    fireEvent.click(await screen.findByRole('button', { name: en.leaveNamed('Bob Moran') }));

    expect(await screen.findByText(en.left('Bob Moran'))).toBeTruthy();
    expect(asked(path)).toHaveLength(1);
  });

  it('names the next step where nobody is expected', async () => {
    visit('/visitors', desk());

    expect(await screen.findByText(en.empty.expected)).toBeTruthy();
    expect(screen.getByText(en.emptyHint)).toBeTruthy();
  });
});
