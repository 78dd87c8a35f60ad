import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Machine, newMachine } from './platform/command-line.ts';
import { content } from './platform/http.ts';
import { addPerson, type Contact, type Member, memberWith } from './platform/people.ts';
import { clock, messagesTo, nextCode } from './platform/sandbox.ts';
import { move, newSite, type Site } from './platform/sites.ts';

let machine: Machine;
let owner: Contact;
let ada: Member;
let site: Site;

beforeAll(async () => {
  machine = await newMachine();
  ({ contact: owner } = await addPerson(['administrator'], { firstName: 'Root', lastName: 'Shell' }));
  site = await newSite();
  ada = await memberWith(['member'], { firstName: 'Ada', lastName: 'Lovelace' });
  content(await move(ada.device, 'in', site.id));
});
afterAll(() => machine.remove());

const logIn = async () => machine.type(['login', '--email', owner.value], () => nextCode(owner.method, owner.value));
const atSite = (...args: readonly string[]) => machine.type([...args, '--site', site.id]);
const json = async <T>(...args: readonly string[]): Promise<T> =>
  JSON.parse((await atSite('--json', ...args)).out) as T;

describe('a command line', () => {
  it('knows nobody at first, and says what to do', async () => {
    const { code, said } = await machine.type(['whoami']);
    expect(code).not.toBe(0);
    expect(said).toMatch(/login/);
    expect(said).not.toMatch(/\n\s+at /);
  });

  it('signs in with the code from the inbox, and keeps it where nobody else reads', async () => {
    const { code, said } = await logIn();
    expect([code, said]).toEqual([0, expect.stringContaining('Signed in to')]);
    const { mode } = await stat(join(machine.folder, 'credentials.json'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('says who is signed in, in words and as JSON', async () => {
    expect((await machine.type(['whoami'])).out).toMatch(/^Root Shell \(root\.shell/);
    const { out } = await machine.type(['--json', 'whoami']);
    expect(JSON.parse(out)).toMatchObject({ displayName: 'Root Shell' });
  });

  it('goes on after its token was renewed', async () => {
    await clock.advance(20 * 60);
    expect((await machine.type(['whoami'])).code).toBe(0);
  });
});

describe('the register on the command line', () => {
  it('counts', async () => {
    type Day = Readonly<{ date: string; distinctUsers: number; openVisits: number }>;
    const days = await json<readonly Day[]>('register', 'stats', '--from', site.today, '--to', site.today);
    expect(days).toMatchObject([{ date: site.today, distinctUsers: 1, openVisits: 1 }]);
    expect((await atSite('register', 'stats')).out).toContain('DISTINCT USERS');
  });

  it('lists visits, and writes them to a file', async () => {
    const { out } = await atSite('register', 'visits');
    expect(out).toContain(ada.person.handle);
    const { code } = await atSite('register', 'visits', 'visits.csv', '--from', site.today, '--to', site.today);
    expect(code).toBe(0);
    const text = await readFile(join(machine.folder, 'visits.csv'), 'utf8');
    expect(text).toContain(`${ada.person.handle},Ada Lovelace,`);
  });

  it('says whom it would remind, and reminds nobody by that', async () => {
    const { out, said } = await atSite('register', 'send-reminders');
    expect(out).toContain('Ada Lovelace');
    expect(said).toContain('Nothing was sent');
    const mails = await messagesTo('email', ada.contact.value);
    expect(mails.filter(({ text }) => text.includes('not signed out'))).toEqual([]);
  });

  it('reminds with --send, the usual way where no template is named', async () => {
    const { code, said } = await atSite('register', 'send-reminders', '--send');
    expect([code, said]).toEqual([0, expect.stringContaining('1 asked')]);
    await vi.waitFor(async () => {
      const mails = await messagesTo('email', ada.contact.value);
      expect(mails.filter(({ text }) => text.includes(site.name))).toHaveLength(1);
    }, 15_000);
  });

  it('refuses a template that is none', async () => {
    const { code, said } = await atSite('register', 'send-reminders', '--send', '--template', 'reminder_am');
    expect(code).not.toBe(0);
    expect(said).toMatch(/reminder/);
  });

  it('says what would be cleaned, and cleans', async () => {
    const previewed = await atSite('register', 'clean-old-records', '--days', '30', '--dry-run');
    expect([previewed.code, previewed.said]).toEqual([0, expect.stringContaining('Nothing was deleted')]);
    const cleaned = await atSite('register', 'clean-old-records', '--days', '30');
    expect([cleaned.code, cleaned.said]).toEqual([0, expect.stringContaining('Deleted')]);
    expect(cleaned.out).toContain(site.id);
  });
});

describe('the end of it', () => {
  it('is signing out: the tokens of this machine work no more', async () => {
    const kept = JSON.parse(await readFile(join(machine.folder, 'credentials.json'), 'utf8')) as {
      accessToken: string;
    };
    expect((await machine.type(['logout'])).code).toBe(0);
    expect((await machine.type(['whoami'])).code).not.toBe(0);
    expect((await machine.type(['--token', kept.accessToken, 'whoami'])).code).not.toBe(0);
  });
});
