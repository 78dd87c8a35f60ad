import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { dana, lists, rowOfDana } from '../../testing/volunteers.ts';
import { visit } from '../../testing/visit.tsx';
import { volunteerSystems as words } from '../../words/en/volunteer-systems.ts';

const at = '2026-03-02T08:00:00Z';
const link = {
  linkId: 'k1',
  endsWith: 'abcd',
  cap: 2000,
  reserved: 1700,
  joined: 1500,
  status: 'active',
  createdAt: at,
  createdBy: 'p1',
};
const slack = { system: 'slack', state: 'real', reason: '', tokenSet: false };

const open = (address: string, routes: Routes = {}) => visit(address, { ...lists('read', 'admin'), ...routes });
const dialog = () => within(screen.getByRole('dialog'));

describe('the invite link', () => {
  const atConnections = (routes: Routes = {}) =>
    open('/volunteers/connections', {
      'GET /api/volunteers/invite-links': ok({ links: [link], waiting: 0 }),
      'GET /api/volunteers/connections': ok({ connections: [slack] }),
      ...routes,
    });

  it('says how full it is, in words and by a gauge that warns', async () => {
    atConnections();

    const gauge = await screen.findByRole('meter', { name: words.linkUsed(1700, 2000) });
    expect([gauge.getAttribute('aria-valuenow'), gauge.dataset['level']]).toEqual(['1700', 'warning']);
    expect(screen.queryByText(/https/)).toBeNull();
  });

  it('that is missing says who waits for it', async () => {
    atConnections({
      'GET /api/volunteers/invite-links': ok({ links: [{ ...link, status: 'full' }], waiting: 3 }),
    });

    expect(await screen.findByText(words.linkNone)).toBeTruthy();
    expect(screen.getByText(words.linkWaiting(3))).toBeTruthy();
  });

  it('is replaced by another, with its day and its places', async () => {
    const { asked } = atConnections({ 'POST /api/volunteers/invite-links': ok(link) });
    fireEvent.click(await screen.findByRole('button', { name: words.linkAdd }));
    fireEvent.change(dialog().getByLabelText(words.linkUrl), { target: { value: 'https://join.slack.com/t/x/y' } });
    fireEvent.change(dialog().getByLabelText(words.linkCap), { target: { value: '400' } });
    fireEvent.click(dialog().getByRole('button', { name: words.linkAdd }));

    expect(await screen.findByText(words.linkAdded)).toBeTruthy();
    expect(asked('POST /api/volunteers/invite-links')[0]?.body).toEqual({
      url: 'https://join.slack.com/t/x/y',
      cap: 400,
    });
  });

  it('is retired after one question', async () => {
    const { asked } = atConnections({ 'POST /api/volunteers/invite-links/k1/retire': ok(link) });
    fireEvent.click(await screen.findByRole('button', { name: words.linkRetire }));
    fireEvent.click(dialog().getByRole('button', { name: words.linkRetire }));

    expect(await screen.findByText(words.linkRetired)).toBeTruthy();
    expect(asked('POST /api/volunteers/invite-links/k1/retire')).toHaveLength(1);
  });

  it('a connection is tried, and says what is missing', async () => {
    atConnections({
      'POST /api/volunteers/connections/slack/test': ok({
        ok: true,
        reason: '',
        workspace: 'She Codes',
        missingScopes: ['channels:manage'],
        channels: [
          { channelId: 'c1', name: 'old', state: 'archived' },
          { channelId: 'c5', name: 'teams', state: 'ok' },
        ],
      }),
    });
    fireEvent.click(await screen.findByRole('button', { name: words.testOf('Slack') }));

    expect(await screen.findByText(words.testOk('She Codes'))).toBeTruthy();
    expect(screen.getByText(/channels:manage/)).toBeTruthy();
    expect(screen.getByText('old: the channel is archived')).toBeTruthy();
    expect(screen.getByText(words.testChannelsOk(1))).toBeTruthy();
  });

  it('a token is written and never read', async () => {
    const { asked } = atConnections({
      'GET /api/volunteers/connections': ok({
        connections: [{ ...slack, state: 'stopped', reason: 'invalid_auth', stoppedAt: at }],
      }),
      'PUT /api/volunteers/connections/slack': ok({ ...slack, tokenSet: true }),
    });
    expect(await screen.findByText(/the token is refused/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: words.setTokenOf('Slack') }));
    const input = dialog().getByLabelText<HTMLInputElement>(words.token);
    expect([input.type, input.value]).toEqual(['password', '']);
    fireEvent.change(input, { target: { value: ' xoxb-1 ' } });
    fireEvent.click(dialog().getByRole('button', { name: words.setToken }));

    expect(await screen.findByText(words.tokenSaved)).toBeTruthy();
    expect(asked('PUT /api/volunteers/connections/slack')[0]?.body).toEqual({ token: 'xoxb-1', scimToken: '' });
  });
});

describe('a task', () => {
  const task = {
    taskId: 't1',
    kind: 'deactivate_account',
    volunteerId: dana.volunteerId,
    name: 'Dana Levi',
    subject: 'U1',
    state: 'open',
    createdAt: at,
    doneBy: '',
    verified: true,
    detail: '',
  };

  it('that the system does not show yet stays open', async () => {
    open('/volunteers/tasks', {
      'GET /api/volunteers/tasks': ok({ tasks: [task] }),
      'POST /api/volunteers/tasks/t1/complete': ok(task),
    });
    expect(await screen.findByText(new RegExp(words.taskVerified))).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: `${words.taskCheck}: Deactivate the account: U1` }));

    expect(await screen.findByText(words.taskStillOpen)).toBeTruthy();
  });

  it('is looked for by its state, in the address', async () => {
    const { router, asked } = open('/volunteers/tasks', { 'GET /api/volunteers/tasks': ok({ tasks: [] }) });
    expect(await screen.findByText(words.tasksNone)).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: words.taskStates.done }));

    await waitFor(() => expect(router.state.location.search).toEqual({ state: 'done' }));
    await waitFor(() => expect(asked('GET /api/volunteers/tasks').at(-1)?.search.get('state')).toBe('done'));
  });
});

describe('an unknown account', () => {
  const suggestion = { volunteerId: dana.volunteerId, name: 'Dana Levi', email: 'dana@x.org', likeness: 92 };
  const user = { slackUserId: 'U9', name: 'dana.l', email: 'd.levi@y.org', suggestions: [suggestion] };

  it('is linked by one tap with whom it is like', async () => {
    let users = [user];
    const { asked } = open('/volunteers/unmatched-slack-users', {
      'GET /api/volunteers/unmatched-slack-users': () => ok({ users }),
      'POST /api/volunteers/012345678/link-slack': () => {
        users = [];
        return ok(dana);
      },
    });
    fireEvent.click(
      await screen.findByRole('button', { name: words.linkTo('dana.l', words.suggestion('Dana Levi', 92)) }),
    );

    expect(await screen.findByText(words.linkedTo('dana.l', 'Dana Levi'))).toBeTruthy();
    expect(asked('POST /api/volunteers/012345678/link-slack')[0]?.body).toEqual({ slackUserId: 'U9' });
    expect(await screen.findByText(words.unmatchedNone)).toBeTruthy();
  });

  it('is linked with somebody else, who is found by name', async () => {
    const { asked } = open('/volunteers/unmatched-slack-users', {
      'GET /api/volunteers/unmatched-slack-users': ok({ users: [{ ...user, suggestions: [] }] }),
      'GET /api/volunteers': ok({ volunteers: [rowOfDana], nextCursor: '' }),
      'POST /api/volunteers/012345678/link-slack': ok(dana),
    });
    expect(await screen.findByText(words.noSuggestion)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: words.linkOtherOf('dana.l') }));
    fireEvent.change(dialog().getByRole('searchbox'), { target: { value: 'dan' } });
    fireEvent.click(await dialog().findByRole('button', { name: /Dana Levi/ }));

    await waitFor(() => expect(asked('POST /api/volunteers/012345678/link-slack')).toHaveLength(1));
  });
});

describe('what differs', () => {
  const run = {
    reconciliationId: 'x1',
    state: 'done',
    dryRun: true,
    startedAt: at,
    endedAt: '2026-03-02T08:00:02Z',
    reason: '',
    channels: 5,
    members: 40,
    calls: 6,
    missing: 1,
    extra: 0,
    unknownUsers: 2,
    deactivated: 0,
    emailChanged: 0,
    differences: [],
  };
  const difference = {
    kind: 'unknown_user',
    volunteerId: '',
    name: '',
    channelId: 'c4',
    channel: 'branches_manag',
    system: 'slack',
    account: 'U7',
    done: 'reported',
  };
  const routes: Routes = {
    'GET /api/volunteers/drift': ok({ asOf: at, reconciliationId: 'x1', differences: [difference] }),
    'GET /api/volunteers/reconciliations': ok({ reconciliations: [run] }),
  };

  it('is said per account and channel, with what was done', async () => {
    open('/volunteers/drift', routes);

    const row = await screen.findByRole('row', { name: /U7/ });
    expect(row.textContent).toContain('branches_manag (Slack)');
    expect(row.textContent).toContain(words.driftDone.reported);
    expect(screen.getByText(new RegExp(`${words.runFigures(5, 40, 6)}.*Unknown account: 2`))).toBeTruthy();
  });

  it('is mended after one question, and compared without', async () => {
    const { asked } = open('/volunteers/drift', { ...routes, 'POST /api/volunteers/reconcile': ok(run) });
    fireEvent.click(await screen.findByRole('button', { name: words.runDry }));
    await waitFor(() => expect(asked('POST /api/volunteers/reconcile')[0]?.body).toEqual({ dryRun: true }));
    await waitFor(() => expect(screen.getByRole('button', { name: words.run }).dataset['busy']).toBeUndefined());
    fireEvent.click(screen.getByRole('button', { name: words.run }));
    fireEvent.click(dialog().getByRole('button', { name: words.run }));

    await waitFor(() => expect(asked('POST /api/volunteers/reconcile').at(-1)?.body).toEqual({ dryRun: false }));
  });

  it('of an earlier run is opened from the run', async () => {
    open('/volunteers/drift', {
      ...routes,
      'GET /api/volunteers/drift': ok({ asOf: at, reconciliationId: 'x1', differences: [] }),
      'GET /api/volunteers/reconciliations/x1': ok({ ...run, differences: [difference] }),
    });
    fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${words.runOpen}`) }));

    expect(await dialog().findByRole('row', { name: /U7/ })).toBeTruthy();
  });

  it('is nothing before anything was compared', async () => {
    open('/volunteers/drift', {
      'GET /api/volunteers/drift': ok({ reconciliationId: '', differences: [] }),
      'GET /api/volunteers/reconciliations': ok({ reconciliations: [] }),
    });

    expect(await screen.findByText(words.driftNever)).toBeTruthy();
    expect(screen.getByText(words.runsNone)).toBeTruthy();
  });

  it('stands out by its kind', async () => {
    const orphans = [
      { kind: 'unused_channel', volunteerId: '', name: '', subject: 'old' },
      { kind: 'no_role', volunteerId: '7', name: 'Noa', subject: '' },
    ];
    open('/volunteers/orphans', { 'GET /api/volunteers/orphans': ok({ orphans }) });

    const region = within(await screen.findByRole('region', { name: `${words.orphanKinds.no_role} (1)` }));
    expect(region.getByRole('link', { name: 'Noa' }).getAttribute('href')).toBe('/volunteers/7');
    expect(screen.getByText('old')).toBeTruthy();
  });
});

describe('the statistics', () => {
  const total = {
    registered: 3,
    invited: 1,
    joined: 3,
    completed: 2,
    waiting: 1,
    waitingMedianDays: 1.5,
    waitingP90Days: 4,
    failed: 0,
    left: 0,
    legacyJoined: 2,
  };
  const stats = { from: '2026-02-27', to: '2026-03-02', total, groups: [{ key: 'technion', counts: total }] };
  const address = '/volunteers/stats?from=2026-02-27&to=2026-03-02&groupBy=branch';

  it('are of the days in the address, with a chart and its table', async () => {
    const { asked } = open(address, { 'GET /api/volunteers/stats': ok(stats) });

    expect(await screen.findByRole('img', { name: words.chart('Branch') })).toBeTruthy();
    expect(screen.getByText(words.waitingDays('1.5', '4.0'))).toBeTruthy();
    const cells = within(screen.getByRole('table', { name: words.chart('Branch'), hidden: true }));
    expect(cells.getAllByRole('cell', { hidden: true }).map(({ textContent }) => textContent)).toEqual([
      '3',
      '1',
      '3',
      '2',
      '1',
      '0',
      '0',
      '2',
    ]);
    expect(asked('GET /api/volunteers/stats')[0]?.search.toString()).toBe(
      'from=2026-02-27&to=2026-03-02&groupBy=branch',
    );
  });

  it('say at the day what is wrong with it', async () => {
    open(address, {
      'GET /api/volunteers/stats': refused(400, {
        code: 'volunteers.bad_date',
        errors: [{ pointer: '/from', detail: 'must be a day that there is' }],
      }),
    });

    expect(await screen.findByText('Must be a day that there is')).toBeTruthy();
  });
});
