import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { ada, sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';

const bob = { ...ada, id: 'p2', firstName: 'Bob', lastName: 'Moran', displayName: 'Bob Moran', handle: 'bob.moran' };
const roles = [
  { id: 'member', label: 'Member', permissions: [] },
  { id: 'reception', label: 'Reception', permissions: ['register.view_report'] },
];

const open = async (more: Routes = {}, ...permissions: string[]) => {
  const app = visit('/people', {
    'GET /api/auth/session': ok(sessionOf('people.read', ...permissions)),
    'GET /api/people': ({ search }) =>
      ok(search.get('pageToken') ? { people: [bob] } : { people: [ada], nextPageToken: 'next' }),
    'GET /api/auth/roles': ok({ roles }),
    ...more,
  });
  await screen.findByRole('heading', { name: en.people.title });
  return app;
};

const dialog = () => within(screen.getByRole('dialog'));

describe('the people', () => {
  it('are listed page by page', async () => {
    await open();
    fireEvent.click(await screen.findByRole('button', { name: en.app.more }));

    await screen.findByText('Bob Moran');

    expect(screen.getByText('Ada Lovelace', { selector: 'th *' })).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: en.app.more })).toBeNull());
  });

  it('are searched for in the address', async () => {
    const { router, asked } = await open();
    fireEvent.change(screen.getByLabelText(en.people.search), { target: { value: 'ada ' } });

    await waitFor(() => expect(router.state.location.search).toEqual({ query: 'ada' }));

    await waitFor(() => expect(asked('GET /api/people').at(-1)?.search.get('query')).toBe('ada'));
  });

  it('can only be looked at without the right to change them', async () => {
    await open();
    await screen.findByText('ada.lovelace');

    expect(screen.queryByRole('button', { name: en.people.add })).toBeNull();
    expect(screen.queryByRole('button', { name: /Ada Lovelace/ })).toBeNull();
  });

  it('show the next step when nobody matches', async () => {
    await open({ 'GET /api/people': ok({ people: [] }) });

    expect(await screen.findByText(en.people.emptyHint)).toBeTruthy();
  });

  it('say when they cannot be had, and can be asked for again', async () => {
    const { change } = await open({ 'GET /api/people': refused(500, { detail: 'Something went wrong.' }) });
    const again = await screen.findByRole('button', { name: en.app.tryAgain });
    change({ 'GET /api/people': ok({ people: [bob] }) });
    fireEvent.click(again);

    expect(await screen.findByText('Bob Moran')).toBeTruthy();
  });
});

describe('a new person', () => {
  const add = async (more: Routes) => {
    const app = await open(more, 'people.write');
    fireEvent.click(screen.getByRole('button', { name: en.people.add }));
    fireEvent.change(dialog().getByLabelText(en.signIn.firstName), { target: { value: 'Bob' } });
    fireEvent.change(dialog().getByLabelText(en.people.phone), { target: { value: '07700 900123' } });
    fireEvent.click(await dialog().findByLabelText('Reception'));
    fireEvent.click(dialog().getByRole('button', { name: en.people.add }));
    return app;
  };

  it('is added with contacts and roles', async () => {
    const { asked } = await add({ 'POST /api/people': { status: 201, body: bob } });

    await screen.findByText(en.people.created('Bob Moran'));

    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asked('POST /api/people')[0]?.body).toEqual({
      firstName: 'Bob',
      lastName: '',
      kind: 'staff',
      roles: ['reception'],
      contacts: [{ method: 'sms', value: '07700 900123' }],
    });
  });

  it('that was refused keeps what was typed, each reason at its field', async () => {
    const errors = [
      { pointer: '#/lastName', detail: 'is required' },
      { pointer: '#/contacts/0/value', detail: 'belongs to somebody else' },
    ];
    await add({ 'POST /api/people': refused(422, { errors }) });

    await dialog().findByText('Is required');

    expect(dialog().getByLabelText<HTMLInputElement>(en.signIn.firstName).value).toBe('Bob');
    expect(document.activeElement).toBe(dialog().getByLabelText(en.signIn.lastName));
    const phone = dialog().getByLabelText(en.people.phone);
    expect(phone.closest('.mantine-TextInput-root')?.textContent).toContain('Belongs to somebody else');
  });
});

describe('a person', () => {
  const edit = async (more: Routes) => {
    const app = await open({ 'GET /api/people/p1': ok(ada), ...more }, 'people.write');
    fireEvent.click(await screen.findByRole('link', { name: /Ada Lovelace/ }));
    fireEvent.click(await screen.findByRole('button', { name: en.records.edit }));
    return app;
  };

  it('is changed', async () => {
    const { asked } = await edit({ 'PATCH /api/people/p1': ok(ada) });
    fireEvent.click(await dialog().findByLabelText('Reception'));
    fireEvent.click(dialog().getByRole('button', { name: en.app.save }));

    await screen.findByText(en.app.saved);

    expect(asked('PATCH /api/people/p1')[0]?.body).toMatchObject({ roles: ['member', 'reception'] });
  });

  it('is disabled only after a question that says what it means', async () => {
    const { asked } = await edit({ 'PATCH /api/people/p1': ok({ ...ada, status: 'disabled' }) });
    fireEvent.click(dialog().getByRole('button', { name: en.people.disable }));
    const question = await screen.findByRole('dialog', { name: en.people.disable });
    expect(question.textContent).toContain(en.people.disableAsk('Ada Lovelace'));
    expect(asked('PATCH /api/people/p1')).toEqual([]);

    fireEvent.click(within(question).getByRole('button', { name: en.people.disable }));

    await waitFor(() => expect(asked('PATCH /api/people/p1')[0]?.body).toEqual({ status: 'disabled' }));
  });

  it('who has to stay as they are stays in the dialog, with the reason', async () => {
    const reason = 'Somebody has to stay administrator.';
    await edit({ 'PATCH /api/people/p1': refused(409, { detail: reason }) });
    fireEvent.click(dialog().getByRole('button', { name: en.app.save }));

    expect(await dialog().findByText(reason)).toBeTruthy();
  });
});
