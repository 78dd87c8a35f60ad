import { AppError } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { namedEntrances } from './entrance.ts';
import { workdays } from './opening.ts';
import { createSite, newSiteSettings, type Site, type SiteSettings, updateSite } from './site.ts';

const afternoon = { template: 'reminder_pm', time: '17:00', days: workdays, secondTime: '' } as const;
const policy = { hosts: ['hooks.slack.com'], allowLoopback: false };
const by = { at: new Date('2026-03-02T09:00:00Z'), actorId: 'alex', ip: '192.0.2.1', userAgent: 'Firefox' };
const settings: SiteSettings = { ...newSiteSettings, name: 'Vauxhall Walk', timeZone: 'Europe/London' };

const make = (more: Partial<SiteSettings> = {}, id = 'vauxhall-walk') =>
  createSite(id, { ...settings, ...more }, policy, by);
const change = (site: Site, given: Partial<SiteSettings>) => updateSite(site, given, policy, by);

const pointersOf = (act: () => unknown): string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error.errors.map(({ pointer }) => pointer);
  }
  return [];
};

describe('a new site', () => {
  it('ends its day at midnight and carries nobody over unless told otherwise', () => {
    expect(make().next).toMatchObject({ dayRollover: '00:00', carryOver: false, version: 1 });
  });

  it('is announced', () => {
    const { next, facts } = make();
    expect(facts).toEqual([{ type: 'site-changed', site: next, at: by.at }]);
  });

  it('remembers who made it', () => {
    expect(make().next.lastChange).toEqual({ ...by, action: 'site.create', auditId: 'site-vauxhall-walk-1' });
  });

  it.each(['', 'VW', 'a b', '-a', 'a--b', 'x'.repeat(41), 'a.b', 'a/*'])(
    'may not be called "%s" in addresses',
    (id) => {
      expect(pointersOf(() => make({}, id))).toEqual(['/id']);
    },
  );

  it.each([
    ['/name', { name: '' }],
    ['/name', { name: 'x'.repeat(101) }],
    ['/name', { name: 'two\nlines' }],
    ['/name', { name: 'evil\u202Etxt' }],
    ['/timeZone', { timeZone: 'Europe/Vauxhall' }],
    ['/dayRollover', { dayRollover: '24:00' }],
    ['/dayRollover', { dayRollover: '4:00' }],
    ['/declaration/text', { declarationText: 'x'.repeat(2001) }],
    ['/entrances', { entrances: namedEntrances(['Front', 'Front']) }],
    ['/entrances/0', { entrances: namedEntrances(['']) }],
    ['/entranceDetails/0/id', { entrances: [{ id: 'Front Door', name: 'Front' }] }],
    [
      '/entranceDetails',
      {
        entrances: [
          { id: 'a', name: 'Front' },
          { id: 'a', name: 'Back' },
        ],
      },
    ],
    ['/capacity', { capacity: -1 }],
    ['/hardStop', { hardStop: true }],
    ['/wardens', { wardens: ['ada', 'ada'] }],
    ['/coverMinutes', { coverMinutes: 1441 }],
    ['/retentionDays', { retentionDays: 731 }],
    ['/holidays/0/date', { holidays: [{ date: '2026-02-29', name: '' }] }],
    ['/holidays', { holidays: [1, 2].map((n) => ({ date: '2026-12-25', name: `${n}` })) }],
    ['/reminders/0/time', { reminders: [{ ...afternoon, time: '25:00' }] }],
    ['/reminders/0/secondTime', { reminders: [{ ...afternoon, secondTime: '16:00' }] }],
    ['/reminders/0/template', { reminders: [{ ...afternoon, template: 'login' as 'reminder' }] }],
    ['/reminders', { reminders: [afternoon, { ...afternoon, template: 'reminder' }] }],
    ['/slackPresence/channel', { slackPresence: { channel: 'a b', mode: 'posts', privacy: 'name' } }],
    ['/digest/time', { digest: { time: '6pm', slackChannel: '#day', emails: [] } }],
    ['/digest', { digest: { time: '18:00', slackChannel: '', emails: [] } }],
    ['/digest/emails/0', { digest: { time: '18:00', slackChannel: '', emails: ['nobody'] } }],
    ['/slackWebhooks/0/url', { slackWebhooks: [{ url: 'http://10.0.0.1', movements: 'both', privacy: 'name' }] }],
  ] as [string, Partial<SiteSettings>][])('names %s when it is wrong', (pointer, wrong) => {
    expect(pointersOf(() => make(wrong))).toEqual([pointer]);
  });

  it('lists everything that is wrong at once', () => {
    expect(pointersOf(() => make({ name: '', timeZone: 'x' }))).toEqual(['/name', '/timeZone']);
  });
});

describe('the declaration', () => {
  it('has version 1 when a site begins with one, and 0 while there is none', () => {
    expect(make({ declarationText: 'I am well.' }).next.declaration.version).toBe(1);
    expect(make().next.declaration.version).toBe(0);
  });

  it('rises in version when its text changes', () => {
    const { next } = make({ declarationText: 'I am well.' });
    expect(change(next, { declarationText: 'I have read the rules.' }).next.declaration).toEqual({
      text: 'I have read the rules.',
      version: 2,
    });
  });

  it('keeps its version when other settings change', () => {
    const { next } = make({ declarationText: 'I am well.' });
    expect(change(next, { name: 'Walk' }).next.declaration.version).toBe(1);
  });

  it('never uses a version twice, even after it was taken away', () => {
    const { next } = make({ declarationText: 'One.' });
    const without = change(next, { declarationText: '' }).next;
    expect(change(without, { declarationText: 'Two.' }).next.declaration.version).toBe(3);
  });
});

describe('changing a site', () => {
  it('leaves alone what is not given', () => {
    const { next } = make({ entrances: namedEntrances(['Front', 'Courtyard']) });
    expect(change(next, { carryOver: true }).next).toMatchObject({
      name: 'Vauxhall Walk',
      entrances: [{ name: 'Front' }, { name: 'Courtyard' }],
      carryOver: true,
      version: 2,
    });
  });

  it('is refused as a whole when one setting is wrong', () => {
    expect(() => change(make().next, { name: 'Fine', timeZone: 'Mars/Base' })).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'register.invalid_site' }),
    );
  });

  it('remembers who did it', () => {
    expect(change(make().next, {}).next.lastChange).toMatchObject({ action: 'site.update', actorId: 'alex' });
  });
});
