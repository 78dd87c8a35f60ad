import { beforeAll, describe, expect, it, vi } from 'vitest';
import { phoneOnly, prove, provenAdministrator } from './platform/contacts.ts';
import { content } from './platform/http.ts';
import { administrator, type Member, memberWith, type Person } from './platform/people.ts';
import { clock } from './platform/sandbox.ts';
import { move, newSite, presenceAt, type Site } from './platform/sites.ts';

type Merge = Readonly<{ id: string; state: string; undoUntil: string }>;
type Visit = Readonly<{ id: string; open: boolean; closedReason?: string; personId: string; arrivedAt: string }>;
const moved = { timeout: 10_000, interval: 50 };

describe('scenario 19: merge', () => {
  let admin: Member;
  let ada: Member;
  let other: Member;
  let site: Site;
  let [adaIn, otherIn]: string[] = [];
  let merge: Merge;
  const both = () => ({ survivorId: ada.person.id, mergedIds: [other.person.id] });
  const visit = async (id = ''): Promise<Visit> =>
    content(await admin.device.call<Visit>('GET', `/api/register/visits/${id}`));
  const person = async (id: string) =>
    content(await admin.device.call<Person & { status: string }>('GET', `/api/people/${id}`));
  const mergedState = async (id: string) =>
    content(await admin.device.call<{ merges: readonly Merge[] }>('GET', '/api/people/merges')).merges.find(
      (one) => one.id === id,
    )?.state;
  beforeAll(async () => {
    admin = await provenAdministrator();
    ada = await memberWith(['member'], { firstName: 'Ada', lastName: 'Lovelace' });
    other = await phoneOnly('ada', 'l');
    const body = { roles: ['member', 'reception'] };
    content(await admin.device.call('PATCH', `/api/people/${other.person.id}`, { body }));
    site = await newSite();
    adaIn = content(await move(ada.device, 'in', site.id)).visitId;
    await clock.advance(60);
    otherIn = content(await move(other.device, 'in', site.id)).visitId;
  });

  it('19: is shown beforehand, with the rights that come along or are lost', async () => {
    type Preview = Readonly<{ gainedPermissions: readonly string[]; lostPermissions: readonly string[] }>;
    const preview = async (keepPermissions: boolean) =>
      content(
        await admin.device.call<Preview>('POST', '/api/people/merges/preview', {
          body: { ...both(), keepPermissions },
        }),
      );
    expect((await preview(true)).gainedPermissions).toContain('register.view_report');
    expect((await preview(false)).lostPermissions).toContain('register.view_report');
    expect((await person(other.person.id)).status).toBe('active');
  });

  it('19: needs a fresh proof of who asks', async () => {
    const stale = await memberWith(['administrator']);
    await clock.advance(16 * 60);
    const refused = await stale.device.call('POST', '/api/people/merges', { body: both() });
    expect([refused.status, refused.json]).toMatchObject([403, { code: 'identity.reauthentication_required' }]);
  });

  it('19: makes one person of two, with both contacts, the ticked rights, and the visit that began first', async () => {
    await prove(admin);
    const body = { ...both(), keepPermissions: true };
    merge = content(await admin.device.call<Merge>('POST', '/api/people/merges', { body }), 201);
    await vi.waitFor(async () => expect(await mergedState(merge.id)).toBe('done'), moved);
    const survivor = await person(ada.person.id);
    expect(survivor.contacts.map(({ method }) => method).toSorted()).toEqual(['email', 'sms']);
    expect(survivor.roles).toContain('reception');
    expect(await person(other.person.id)).toMatchObject({ status: 'merged', mergedInto: ada.person.id });
    await vi.waitFor(async () => {
      expect(await visit(adaIn)).toMatchObject({ open: true, personId: ada.person.id });
      expect(await visit(otherIn)).toMatchObject({ open: false, closedReason: 'merged', personId: ada.person.id });
    }, moved);
    expect(await presenceAt(site.id)).toMatchObject({ count: 1, people: [{ personId: ada.person.id }] });
  });

  it('19: signs the merged record out everywhere', async () => {
    await expect.poll(async () => (await other.device.call('GET', '/api/auth/session')).status).toBe(401);
    expect((await ada.device.call('GET', '/api/auth/session')).status).toBe(200);
  });

  it('19: is undone within thirty days, and both are as they were', async () => {
    await clock.advance(20 * 60);
    await prove(admin);
    content(await admin.device.call('POST', `/api/people/merges/${merge.id}/undo`, { body: {} }));
    await vi.waitFor(async () => expect(await mergedState(merge.id)).toBe('undone'), moved);
    const restored = await person(other.person.id);
    expect(restored).toMatchObject({ status: 'active', roles: expect.arrayContaining(['reception']) });
    expect(restored.contacts.map(({ method }) => method)).toEqual(['sms']);
    const survivor = await person(ada.person.id);
    expect(survivor.roles).not.toContain('reception');
    expect(survivor.contacts.map(({ method }) => method)).toEqual(['email']);
    await vi.waitFor(async () => expect((await visit(otherIn)).personId).toBe(other.person.id), moved);
  });

  it('19: is not undone after thirty days', async () => {
    const [one, two] = [await memberWith(['member']), await memberWith(['member'])];
    await prove(admin);
    const body = { survivorId: one.person.id, mergedIds: [two.person.id] };
    const made = content(await admin.device.call<Merge>('POST', '/api/people/merges', { body }), 201);
    await vi.waitFor(async () => expect(await mergedState(made.id)).toBe('done'), moved);
    await clock.moveTo(new Date(Date.parse(made.undoUntil) + 1_000));
    const later = await provenAdministrator();
    const refused = await later.device.call('POST', `/api/people/merges/${made.id}/undo`, { body: {} });
    expect([refused.status, refused.json]).toMatchObject([410, { code: 'identity.merge_over' }]);
  });
});

describe('a person who is erased', () => {
  it('is nobody any more, and the visit counts without a name', async () => {
    const admin = await provenAdministrator();
    const gone = await memberWith(['member'], { firstName: 'Erase', lastName: 'Me' });
    const site = await newSite();
    content(await move(gone.device, 'in', site.id));
    content(await admin.device.call('POST', `/api/people/${gone.person.id}/erase`, { body: {} }));
    await expect.poll(async () => (await gone.device.call('GET', '/api/auth/session')).status).toBe(401);
    await vi.waitFor(async () => {
      const { people } = await presenceAt(site.id);
      expect(people.map(({ displayName }) => displayName)).not.toContain('Erase Me');
    }, moved);
    const { device } = await administrator();
    const found = await device.call<{ people: readonly object[] }>('GET', `/api/people?query=${gone.contact.value}`);
    expect(content(found).people).toEqual([]);
  });

  it('takes with them a copy of everything, before', async () => {
    const member = await memberWith(['member'], { firstName: 'Copy', lastName: 'Me' });
    const site = await newSite();
    content(await move(member.device, 'in', site.id));
    await prove(member);
    const mine = await member.device.call('GET', '/api/people/me/export');
    expect(content(mine)).toBeDefined();
    expect(mine.text).toContain(member.contact.value);
    const visits = await member.device.call('GET', '/api/register/me/export');
    expect(visits.text).toContain(site.id);
  });
});
