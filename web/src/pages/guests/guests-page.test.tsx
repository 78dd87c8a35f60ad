import type { Visitor } from '@guildhall/client';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused } from '../../testing/platform.ts';
import { sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en as everywhere } from '../../words/en.ts';
import { guests as en } from '../../words/en/guests.ts';

const guests = 'GET /api/register/me/guests';

const guest = (id: string, name: string, more: Partial<Visitor> = {}) => ({
  id,
  siteId: 'north',
  kind: 'visitor',
  status: 'expected',
  name,
  company: '',
  email: '',
  purpose: '',
  expectedOn: '2026-03-02',
  expectedFrom: '',
  expectedUntil: '',
  ...more,
});

const open = (...all: readonly object[]) => visit('/guests', { [guests]: ok({ guests: all }) });

describe('a guest whom somebody has to agree to', () => {
  const decision = 'POST /api/register/me/guests/g1/decision';

  it('is agreed to by the host where the desk announced them', async () => {
    const one = guest('g1', 'Ada', { approval: 'pending', announcedById: 'p9' });
    const { asked } = visit('/guests', { [guests]: ok({ guests: [one] }), [decision]: ok(one) });
    fireEvent.click(await screen.findByRole('button', { name: everywhere.verdict.approveNamed('Ada') }));

    await waitFor(() => expect(asked(decision)[0]?.body).toEqual({ approve: true, reason: '' }));
  });

  it('waits for the desk where the host announced them', async () => {
    open(guest('g1', 'Ada', { approval: 'pending', announcedById: sessionOf().person.id }));

    expect(await screen.findByText(en.pendingOwn)).toBeTruthy();
  });
});

describe("one's own guests", () => {
  it('are listed by day, those who have gone at the end', async () => {
    open(
      guest('g0', 'Zoe', { status: 'left', leftAt: '2026-03-02T10:00:00Z' }),
      guest('g1', 'Ada', { expectedFrom: '09:30', expectedUntil: '11:00' }),
      guest('g2', 'Bob', { expectedOn: '2026-03-03' }),
      guest('g3', 'Cy', { expectedOn: '2026-03-09' }),
    );

    expect(await screen.findByText(en.between('09:30', '11:00'))).toBeTruthy();
    const days = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(days).toEqual([
      en.today,
      en.tomorrow,
      expect.stringMatching(/^(March 9,|9 March) 2026$/) as unknown,
      en.earlier,
    ]);
  });

  it('name the next step while there are none', async () => {
    open();

    expect(await screen.findByText(en.empty)).toBeTruthy();
  });

  it('are invited, with the address and the number that they gave', async () => {
    const { asked, change } = visit('/guests', {
      [guests]: ok({ guests: [] }),
      'POST /api/register/me/guests': { status: 201, body: guest('g1', 'Ada', { email: 'ada@example.org' }) },
    });
    fireEvent.click(await screen.findByRole('button', { name: en.invite }));
    const dialog = within(await screen.findByRole('dialog'));
    const fill = (label: string, value: string): void =>
      void fireEvent.change(dialog.getByLabelText(label), { target: { value } });
    fill(en.name, 'Ada');
    fill(en.email, 'ada@example.org');
    fill(en.phone, '+44 7700 900123');
    change({ [guests]: ok({ guests: [guest('g1', 'Ada', { email: 'ada@example.org' })] }) });
    fireEvent.click(dialog.getByRole('button', { name: en.send }));

    expect(await screen.findByText(en.invited('Ada', 'ada@example.org'))).toBeTruthy();
    expect(await screen.findByRole('button', { name: en.resendNamed('Ada') })).toBeTruthy();
    expect(asked('POST /api/register/me/guests')[0]?.body).toMatchObject({
      siteId: 'north',
      name: 'Ada',
      email: 'ada@example.org',
      phone: '+44 7700 900123',
      expectedOn: '2026-03-02',
    });
  });

  it('keep what was typed when a field is refused, and say so at the field', async () => {
    visit('/guests', {
      [guests]: ok({ guests: [] }),
      'POST /api/register/me/guests': refused(400, {
        errors: [{ pointer: '/phone', detail: 'is not a telephone number' }],
      }),
    });
    fireEvent.click(await screen.findByRole('button', { name: en.invite }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText(en.name), { target: { value: 'Ada' } });
    fireEvent.change(dialog.getByLabelText(en.phone), { target: { value: 'none' } });
    fireEvent.click(dialog.getByRole('button', { name: en.send }));

    expect(await dialog.findByText('Is not a telephone number')).toBeTruthy();
    expect(dialog.getByLabelText<HTMLInputElement>(en.phone).value).toBe('none');
  });

  it('are sent their invitation again', async () => {
    const { change } = open(guest('g1', 'Ada', { email: 'ada@example.org' }));
    change({ 'POST /api/register/me/guests/g1/invitation': ok(guest('g1', 'Ada')) });
    fireEvent.click(await screen.findByRole('button', { name: en.resendNamed('Ada') }));

    expect(await screen.findByText(en.resent('ada@example.org'))).toBeTruthy();
  });

  it('without an address have no invitation to send', async () => {
    open(guest('g1', 'Ada'));

    expect(await screen.findByText(en.noInvitation)).toBeTruthy();
    expect(screen.queryByRole('button', { name: en.resendNamed('Ada') })).toBeNull();
  });

  it('are called off after one question', async () => {
    const { asked, change } = open(guest('g1', 'Ada'));
    change({ 'POST /api/register/me/guests/g1/cancel': ok(guest('g1', 'Ada', { status: 'cancelled' })) });
    fireEvent.click(await screen.findByRole('button', { name: en.cancelNamed('Ada') }));
    expect(screen.getByText(en.cancelAsk('Ada'))).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: en.cancel }));

    expect(await screen.findByText(en.cancelled('Ada'))).toBeTruthy();
    expect(asked('POST /api/register/me/guests/g1/cancel')).toHaveLength(1);
  });

  it('who wait are told what happens', async () => {
    const { asked, change } = open(guest('g1', 'Ada', { status: 'inside', arrivedAt: '2026-03-02T09:00:00Z' }));
    const answer = 'POST /api/register/me/guests/g1/answer';
    change({ [answer]: ok(guest('g1', 'Ada')) });
    expect(await screen.findByText(en.waiting)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: en.answerNamed(en.answer.coming, 'Ada') }));

    await waitFor(() => expect(asked(answer)[0]?.body).toEqual({ answer: 'coming' }));
  });
});
