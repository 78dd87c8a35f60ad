import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { carmel, lists, rules, technion } from '../../testing/volunteers.ts';
import { visit } from '../../testing/visit.tsx';
import { volunteerRules as words } from '../../words/en/volunteer-rules.ts';

const preview = {
  added: 0,
  removed: 12,
  peopleLosing: 12,
  people: 20,
  needsConfirmation: false,
  changes: [{ volunteerId: '1', name: 'Dana Levi', channel: 'teams', change: 'revoke' }],
  version: 7,
};

const open = async (address: string, routes: Routes = {}) =>
  visit(address, { ...lists('read', 'admin'), 'POST /api/volunteers/rules/preview': ok(preview), ...routes });

const dialog = () => within(screen.getByRole('dialog'));
const cell = (role: string, channel: string) =>
  screen.findByRole<HTMLInputElement>('checkbox', { name: words.gives(role, channel) });

describe('the matrix of rules', () => {
  it('is ticked where a role gives a channel', async () => {
    await open('/volunteers/rules');

    expect((await cell('Branch manager', 'teams')).checked).toBe(true);
    expect((await cell('Area manager', 'teams')).checked).toBe(false);
  });

  it('changes nothing before it was looked at, and says who loses what', async () => {
    const { asked } = await open('/volunteers/rules', { 'POST /api/volunteers/rules/changes': ok(preview) });
    fireEvent.click(await cell('Branch manager', 'teams'));
    fireEvent.click(await cell('Area manager', 'branches_manag'));
    expect(screen.getByText(words.changes(2))).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: words.preview }));

    expect(await screen.findByText(words.losing(12, 20))).toBeTruthy();
    expect(dialog().getByRole('link', { name: 'Dana Levi' })).toBeTruthy();
    expect(asked('POST /api/volunteers/rules/changes')).toHaveLength(0);
    fireEvent.click(dialog().getByRole('button', { name: words.apply }));

    expect(await screen.findByText(words.applied)).toBeTruthy();
    expect(asked('POST /api/volunteers/rules/changes')[0]?.body).toEqual({
      add: [{ role: 'area_manager', channel: 'c4' }],
      remove: ['r1'],
      confirmRemoved: 0,
      version: 7,
    });
  });

  it('wants the number typed where much is taken', async () => {
    const { asked } = await open('/volunteers/rules', {
      'POST /api/volunteers/rules/preview': ok({ ...preview, needsConfirmation: true }),
      'POST /api/volunteers/rules/changes': ok(preview),
    });
    fireEvent.click(await cell('Branch manager', 'teams'));
    fireEvent.click(screen.getByRole('button', { name: words.preview }));
    const apply = await dialog().findByRole<HTMLButtonElement>('button', { name: words.apply });
    expect(apply.disabled).toBe(true);
    fireEvent.change(dialog().getByLabelText(words.confirmLabel), { target: { value: '12' } });
    fireEvent.click(apply);

    await waitFor(() =>
      expect(asked('POST /api/volunteers/rules/changes')[0]?.body).toMatchObject({ confirmRemoved: 12 }),
    );
  });

  it('keeps the changes where they are refused', async () => {
    await open('/volunteers/rules', {
      'POST /api/volunteers/rules/changes': refused(409, { detail: 'Somebody changed it since.' }),
    });
    fireEvent.click(await cell('Area manager', 'teams'));
    fireEvent.click(screen.getByRole('button', { name: words.preview }));
    fireEvent.click(await dialog().findByRole('button', { name: words.apply }));

    expect(await screen.findByText('Somebody changed it since.')).toBeTruthy();
    expect((await cell('Area manager', 'teams')).checked).toBe(true);
  });

  it('takes a template for some places', async () => {
    const { asked } = await open('/volunteers/rules');
    fireEvent.click(await screen.findByRole('button', { name: words.addRule }));
    fireEvent.change(dialog().getByLabelText(words.channel), { target: { value: '' } });
    fireEvent.change(dialog().getByLabelText(words.template), { target: { value: 't-{district}' } });
    await dialog().findByRole('option', { name: 'haifa' });
    fireEvent.change(dialog().getByLabelText(words.area), { target: { value: 'haifa' } });
    fireEvent.click(dialog().getByRole('button', { name: words.addRule }));
    fireEvent.click(await screen.findByRole('button', { name: words.preview }));

    await waitFor(() =>
      expect(asked('POST /api/volunteers/rules/preview')[0]?.body).toEqual({
        add: [{ role: 'branch_manager', channel: 't-{district}', where: { area: 'haifa', district: '', branch: '' } }],
        remove: [],
      }),
    );
  });

  it('says so when it cannot be read', async () => {
    await open('/volunteers/rules', { 'GET /api/volunteers/rules': refused(500, { detail: 'Something went wrong.' }) });

    expect(await screen.findByText('Something went wrong.')).toBeTruthy();
  });
});

describe('what the rules are made of', () => {
  it('a role is added with the channels that it gives', async () => {
    const { asked } = await open('/volunteers/rules', { 'POST /api/volunteers/roles': ok({}) });
    fireEvent.click(await screen.findByRole('button', { name: words.addRole }));
    fireEvent.change(dialog().getByLabelText(words.key), { target: { value: 'driver' } });
    fireEvent.click(dialog().getByRole('checkbox', { name: 'teams' }));
    fireEvent.click(dialog().getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(asked('POST /api/volunteers/roles')[0]?.body).toEqual({
        key: 'driver',
        label: '',
        needsApproval: false,
        channels: ['c5'],
      }),
    );
  });

  it('two roles exclude each other', async () => {
    const { asked } = await open('/volunteers/rules', { 'POST /api/volunteers/exclusions': ok({}) });
    fireEvent.click(await screen.findByRole('button', { name: words.exclude }));
    fireEvent.click(dialog().getByRole('button', { name: words.exclude }));

    await waitFor(() =>
      expect(asked('POST /api/volunteers/exclusions')[0]?.body).toEqual({
        roles: ['branch_manager', 'area_manager'],
        reason: '',
      }),
    );
  });

  it('an exclusion is named by its roles, and lifted', async () => {
    const exclusion = { exclusionId: 'e1', roles: ['branch_manager', 'area_manager'], reason: 'Two pairs of eyes' };
    const { asked } = await open('/volunteers/rules', {
      'GET /api/volunteers/rules': ok({ ...rules, exclusions: [exclusion] }),
      'DELETE /api/volunteers/exclusions/e1': { status: 204 },
    });
    const pair = words.pair('Branch manager', 'Area manager');
    fireEvent.click(await screen.findByRole('button', { name: words.removePair(pair) }));

    await waitFor(() => expect(asked('DELETE /api/volunteers/exclusions/e1')).toHaveLength(1));
  });

  it('a place in use is not deleted, and says why', async () => {
    await open('/volunteers/locations', {
      'DELETE /api/volunteers/locations/l1': refused(409, { detail: '1 volunteer has a role there.' }),
    });
    fireEvent.click(await screen.findByRole('button', { name: words.deleteOf('haifa / north / technion') }));
    fireEvent.click(dialog().getByRole('button', { name: words.delete }));

    expect(await screen.findByText('1 volunteer has a role there.')).toBeTruthy();
  });

  it('many places are searched', async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      ...carmel,
      locationId: `x${index}`,
      branch: `b${index}`,
    }));
    await open('/volunteers/locations', { 'GET /api/volunteers/locations': ok({ locations: [technion, ...many] }) });
    fireEvent.change(await screen.findByRole('searchbox', { name: words.placesSearch }), { target: { value: 'TECH' } });

    await waitFor(() => expect(screen.queryByText('haifa / north / b3')).toBeNull());
    expect(screen.getByText('haifa / north / technion')).toBeTruthy();
  });

  it('a place is renamed, whoever has roles there', async () => {
    const { asked } = await open('/volunteers/locations', { 'PATCH /api/volunteers/locations/l1': ok(technion) });
    fireEvent.click(await screen.findByRole('button', { name: words.editOf('haifa / north / technion') }));
    fireEvent.change(dialog().getByLabelText(words.branch), { target: { value: 'technion city ' } });
    fireEvent.click(dialog().getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(asked('PATCH /api/volunteers/locations/l1')[0]?.body).toEqual({
        area: 'haifa',
        district: 'north',
        branch: 'technion city',
        active: true,
      }),
    );
  });

  it('a channel says whether it can be reached, and another is added', async () => {
    const { asked } = await open('/volunteers/channels', { 'POST /api/volunteers/channels': ok({}) });
    expect((await screen.findAllByText(words.channelStates.ok)).length).toBe(2);
    fireEvent.click(screen.getByRole('button', { name: words.addChannel }));
    fireEvent.change(dialog().getByLabelText(words.system), { target: { value: 'checklist' } });
    fireEvent.change(dialog().getByLabelText(words.name), { target: { value: 'Facebook group' } });
    fireEvent.click(dialog().getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(asked('POST /api/volunteers/channels')[0]?.body).toMatchObject({
        system: 'checklist',
        name: 'Facebook group',
      }),
    );
  });

  it('somebody limited to places reaches those, until the limit is lifted', async () => {
    const limited = { personId: 'p7', name: 'Maya', scopes: [{ area: 'haifa', district: '', branch: '' }] };
    const { asked } = await open('/volunteers/managers', {
      'GET /api/volunteers/managers': ok({ managers: [limited] }),
      'DELETE /api/volunteers/managers/p7': { status: 204 },
    });
    expect(await screen.findByText('haifa')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: words.freeOf('Maya') }));
    fireEvent.click(dialog().getByRole('button', { name: words.free }));

    expect(await screen.findByText(words.freed('Maya'))).toBeTruthy();
    expect(asked('DELETE /api/volunteers/managers/p7')).toHaveLength(1);
  });

  it('a limit is changed place by place', async () => {
    const limited = { personId: 'p7', name: 'Maya', scopes: [{ area: 'haifa', district: '', branch: '' }] };
    const { asked } = await open('/volunteers/managers', {
      'GET /api/volunteers/managers': ok({ managers: [limited] }),
      'PUT /api/volunteers/managers/p7': ok(limited),
    });
    fireEvent.click(await screen.findByRole('button', { name: words.editOf('Maya') }));
    await dialog().findByRole('option', { name: 'north' });
    fireEvent.change(dialog().getByLabelText(words.district), { target: { value: 'north' } });
    fireEvent.click(dialog().getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(asked('PUT /api/volunteers/managers/p7')[0]?.body).toEqual({
        scopes: [{ area: 'haifa', district: 'north', branch: '' }],
      }),
    );
  });
});
