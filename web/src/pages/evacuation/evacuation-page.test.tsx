import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { type Feed, feeds } from '../../testing/feed.ts';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { evacuation as en } from '../../words/en/evacuation.ts';
import { remember } from '../../offline/remembered.ts';
import { badgeOf, entry, incidentOf, listOf } from './samples.testing.ts';

const site = '/api/register/sites/north';
const incidents = `GET ${site}/incidents`;
const marks = 'POST /api/register/incidents/in1/marks';
const scans = 'POST /api/register/incidents/in1/scans';
const board = incidentOf(entry('e1', 'Ada Lovelace'), entry('e2', 'Bob Moran', { state: 'safe' }));

const quiet: Routes = {
  'GET /api/auth/session': ok(sessionOf('register.evacuation.run')),
  [incidents]: ok({ incidents: [] }),
  [`GET ${site}/broadcasts`]: ok({ broadcasts: [] }),
  [`GET ${site}/evacuation-list`]: ok(listOf('Ada Lovelace', 'Bob Moran')),
  [`GET ${site}/evacuation-plan`]: ok({
    siteId: 'north',
    musterPoints: ['Car park'],
    escalateAfterSeconds: 60,
    snapshotEveryMinutes: 0,
    snapshotEmails: [],
    snapshotToWebhooks: false,
  }),
};
const running: Routes = {
  ...quiet,
  [incidents]: ok({ incidents: [{ id: 'in1', siteId: 'north', open: true }] }),
  'GET /api/register/incidents/in1': ok(board),
  [marks]: ({ body }) => ok({ kept: (body as { marks: { id: string }[] }).marks.map(({ id }) => id), refused: [] }),
};

/** The feed of the board, among those that the page follows. */
const ofIncident = (opened: readonly Feed[]): Promise<Feed> =>
  waitFor(() => {
    const feed = opened.find(({ url }) => url.includes('/incidents/'));
    if (!feed) throw new Error('no feed was opened');
    return feed;
  });

const names = () => [...document.querySelectorAll('.roll-name')].map(({ textContent }) => textContent);

const markButton = (state: string, name: string) => screen.findByRole('button', { name: en.markNamed(state, name) });

describe('the page of evacuations, while nothing is under way', () => {
  it('says how many are inside, and how old that is', async () => {
    visit('/evacuation', quiet);

    expect(await screen.findByText(en.inside(2))).toBeTruthy();
    expect(screen.getByText(/^As of/)).toBeTruthy();
  });

  it('starts one with one tap and one question that says what will happen to whom', async () => {
    const { asked, change } = visit('/evacuation', {
      ...quiet,
      [`POST ${site}/incidents`]: { status: 201, body: board },
    });
    feeds();
    fireEvent.click(await screen.findByRole('button', { name: en.start }));
    expect(screen.getByText(en.startAsk(2, 'North Workshop'))).toBeTruthy();
    change(running);
    const [, confirm] = screen.getAllByRole('button', { name: en.start });
    if (confirm) fireEvent.click(confirm);

    expect(await screen.findByText(en.accounted(1, 2))).toBeTruthy();
    expect(asked(`POST ${site}/incidents`)[0]?.body).toEqual({ kind: 'live' });
  });

  it('sends the signed list to systems of others too, where one says so', async () => {
    const plan = `PUT ${site}/evacuation-plan`;
    const { asked } = visit('/evacuation', { ...quiet, [plan]: ({ body }) => ok(body) });
    fireEvent.change(await screen.findByLabelText(en.planSnapshot), { target: { value: '15' } });
    fireEvent.click(screen.getByLabelText(en.planWebhooks));
    fireEvent.submit(screen.getByLabelText(en.planSnapshot));

    await waitFor(() =>
      expect(asked(plan)[0]?.body).toMatchObject({ snapshotEveryMinutes: 15, snapshotToWebhooks: true }),
    );
  });

  it('writes to everybody inside, after saying how many that is and how it reads', async () => {
    const send = `POST ${site}/broadcasts`;
    const preview = { people: 2, visitors: 1, unreachable: 1, siteName: 'North Workshop', sender: 'Olga Officer' };
    const { asked } = visit('/evacuation', {
      ...quiet,
      [`${send}/preview`]: ok(preview),
      [send]: { status: 201, body: { id: 'b1', count: 3 } },
    });
    fireEvent.click(await screen.findByRole('button', { name: en.broadcast.title }));
    fireEvent.change(await screen.findByLabelText(en.broadcast.text), { target: { value: 'The lift is out.' } });

    expect(await screen.findByText(new RegExp(en.broadcast.unreachable(1)))).toBeTruthy();
    expect(screen.getByText('North Workshop: The lift is out. (Olga Officer)')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: en.broadcast.send(3) }));
    await waitFor(() => expect(asked(send)[0]?.body).toEqual({ text: 'The lift is out.' }));
  });

  it('lists what was written last, and by whom', async () => {
    const one = { id: 'b1', text: 'The lift is out.', sentAt: '2026-03-02T09:00:00Z', sentBy: 'Olga', count: 2 };
    visit('/evacuation', { ...quiet, [`GET ${site}/broadcasts`]: ok({ broadcasts: [{ ...one, entrance: '' }] }) });

    expect(await screen.findByText(one.text)).toBeTruthy();
    expect(screen.getByText(/Olga, to 2 people/)).toBeTruthy();
  });

  it('is not for everybody', async () => {
    visit('/evacuation', { [incidents]: refused(403, { code: 'register.not_a_warden' }) });

    expect(await screen.findByText(en.wardensOnly)).toBeTruthy();
  });

  it('opens from what the phone kept while there is no connection, and lets one mark people', async () => {
    await remember('open-incident:north', null);
    await remember('list:north', listOf('Ada Lovelace'));
    visit('/evacuation', { ...quiet, [incidents]: refused(503), [`GET ${site}/evacuation-list`]: refused(503) });

    expect(await screen.findByText(en.offline)).toBeTruthy();
    fireEvent.click(await markButton(en.mark.missing, 'Ada Lovelace'));

    expect(await screen.findByText(en.pendingHere)).toBeTruthy();
  });
});

describe('the board', () => {
  it('shows who is to be found first, and who is found on demand', async () => {
    feeds();
    visit('/evacuation', running);

    await waitFor(() => expect(names()).toEqual(['Ada Lovelace']));
    fireEvent.click(screen.getByRole('radio', { name: en.done(1) }));
    await waitFor(() => expect(names()).toEqual(['Bob Moran']));
  });

  it('takes one tap to say that somebody is safe', async () => {
    feeds();
    const { asked } = visit('/evacuation', running);
    fireEvent.click(await markButton(en.mark.safe, 'Ada Lovelace'));

    expect(await screen.findByText(en.accounted(2, 2))).toBeTruthy();
    await waitFor(() => expect(asked(marks)).toHaveLength(1));
    expect(asked(marks)[0]?.body).toMatchObject({ marks: [{ entryId: 'e1', state: 'safe' }] });
  });

  it('counts a tap at once and sends it when the platform is back', async () => {
    feeds();
    const { asked, change } = visit('/evacuation', { ...running, [marks]: refused(503) });
    fireEvent.click(await markButton(en.mark.safe, 'Ada Lovelace'));
    expect(await screen.findByText(en.pending(1))).toBeTruthy();
    expect(screen.getByText(en.accounted(2, 2))).toBeTruthy();
    await waitFor(() => expect(asked(marks).length).toBeGreaterThan(0));
    change(running);
    fireEvent(window, new Event('offline'));
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    fireEvent(window, new Event('offline'));
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    fireEvent(window, new Event('online'));

    await waitFor(() => expect(screen.queryByText(en.pending(1))).toBeNull());
  });

  it('follows what others say', async () => {
    const { opened } = feeds();
    visit('/evacuation', running);
    const feed = await ofIncident(opened);
    const at = '2026-03-02T09:02:00Z';
    const mark = {
      id: 'm1',
      state: 'help',
      at,
      byId: 'p9',
      byName: 'Wanda',
      source: 'sms',
      note: 'By the lift',
      late: false,
    };

    act(() => feed.says('roll-call-marked', { entryId: 'e1', mark, state: 'help' }));

    expect(await screen.findByText('“By the lift”')).toBeTruthy();
    expect(screen.getAllByText(en.state.help).length).toBeGreaterThan(0);
  });

  it('puts somebody on the list who stands here', async () => {
    feeds();
    const path = 'POST /api/register/incidents/in1/entries';
    const { asked } = visit('/evacuation', { ...running, [path]: { status: 201, body: entry('e3', 'Stray Guest') } });
    fireEvent.click(await screen.findByRole('button', { name: en.add }));
    fireEvent.change(screen.getByLabelText(new RegExp(`^${en.addName}`)), { target: { value: 'Stray Guest' } });
    const [, submit] = screen.getAllByRole('button', { name: en.add });
    if (submit) fireEvent.click(submit);

    await waitFor(() => expect(asked(path)[0]?.body).toMatchObject({ displayName: 'Stray Guest', state: 'safe' }));
  });

  it('follows what becomes of the calls, for a warden without the right of an administrator too', async () => {
    const { opened } = feeds();
    visit('/evacuation', { ...running, 'GET /api/auth/session': ok(sessionOf()) });
    const feed = await ofIncident(opened);
    const delivery = { channel: 'sms', contactId: 'c1', turn: 0, state: 'delivered' };

    act(() => feed.says('roll-call-calls-changed', { calls: [{ entryId: 'e1', delivery }] }));

    expect(await screen.findByText(`${en.channel.sms} ${en.call.delivered}`)).toBeTruthy();
  });

  const scan = async (code: string): Promise<void> => {
    fireEvent.click(await screen.findByRole('button', { name: en.scan }));
    fireEvent.change(screen.getByLabelText(en.badgeNumber), { target: { value: code } });
    fireEvent.submit(screen.getByLabelText(en.badgeNumber));
  };

  it('shows at once whose badge was scanned, and keeps it while the platform is away', async () => {
    feeds();
    const { asked, change } = visit('/evacuation', { ...running, [scans]: refused(503) });
    await scan(`https://example.org/b/${badgeOf('person-e1')}`);

    expect(await screen.findByText(en.scanned('Ada Lovelace'))).toBeTruthy();
    expect(screen.getByText(en.accounted(2, 2))).toBeTruthy();
    await waitFor(() => expect(asked(scans).length).toBeGreaterThan(0));
    change({ [scans]: ok(entry('e1', 'Ada Lovelace', { state: 'safe' })) });
    fireEvent(window, new Event('offline'));
    fireEvent(window, new Event('online'));
    fireEvent.click(screen.getByRole('button', { name: en.scanDone }));

    expect(await screen.findByText(en.accounted(2, 2))).toBeTruthy();
  });

  it('says whose the badge of a member was once the platform has read it', async () => {
    feeds();
    const { asked } = visit('/evacuation', {
      ...running,
      [scans]: ok(entry('e1', 'Ada Lovelace', { state: 'safe', stateSource: 'scan' })),
    });
    await scan('4711');

    expect(screen.getByText(en.scannedUnknown)).toBeTruthy();
    expect(await screen.findByText(en.scanned('Ada Lovelace'))).toBeTruthy();
    expect(asked(scans)[0]?.body).toMatchObject({ code: '4711' });
  });

  it('says that a badge belongs to nobody on the list', async () => {
    feeds();
    visit('/evacuation', { ...running, [scans]: refused(404, { detail: 'This code is none of ours.' }) });
    await scan('4712');

    expect(await screen.findByText(en.refused(1, 'This code is none of ours.'))).toBeTruthy();
  });

  it('names who is not accounted for before it ends', async () => {
    feeds();
    visit('/evacuation', running);
    fireEvent.click(await screen.findByRole('button', { name: en.end }));

    expect(screen.getByText(en.endAsk(1))).toBeTruthy();
  });

  it('prints the list', async () => {
    feeds();
    const print = vi.fn<() => void>();
    vi.stubGlobal('print', print);
    visit('/evacuation', running);
    fireEvent.click(await screen.findByRole('button', { name: en.print }));

    expect(print).toHaveBeenCalledOnce();
    expect(document.querySelectorAll('.printed tbody tr')).toHaveLength(2);
  });
});
