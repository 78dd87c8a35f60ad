import { create } from '@bufbuild/protobuf';
import { PersonReachableSchema } from '@guildhall/contracts/identity/v1/events';
import { Method } from '@guildhall/contracts/identity/v1/service';
import { Channel } from '@guildhall/contracts/notifier/v1/commands';
import { TemplateService } from '@guildhall/contracts/notifier/v1/templates';
import { type Bus, client, fact, publish } from '@guildhall/messaging';
import type { Store } from '@guildhall/mongo';
import { type HttpFake, httpFake, type SmtpFake, smtpFake } from '@guildhall/providers/testing';
import { offsetClock } from '@guildhall/runtime';
import { testBus, testStore } from '@guildhall/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, startNotifier } from './testing.ts';
import { aCommand } from './adapters/nats/testing.ts';

let bus: Bus;
let store: Store;
let slack: HttpFake;
let mail: SmtpFake;
const clock = offsetClock();
const replicas: Awaited<ReturnType<typeof startNotifier>>[] = [];

beforeAll(async () => {
  bus = await testBus();
});
afterAll(() => bus.close());
beforeEach(async () => {
  [store, slack, mail] = await Promise.all([testStore(), httpFake({ body: 'ok' }), smtpFake()]);
});
afterEach(async () => {
  await Promise.all(replicas.splice(0).map(({ close }) => close()));
  await Promise.all([store.close(), slack.close(), mail.close()]);
});

const start = async (env: Record<string, string> = {}): Promise<void> => {
  const ways = { SMTP_URL: mail.url, ORGANISATION_NAME: 'The Shed', ORGANISATION_LOCALE: 'fr' };
  replicas.push(await startNotifier({ bus, store, clock, env: { ...ways, ...env } }));
};

const principal = (personId: string) => ({ kind: 'person', personId, permissions: [] }) as const;
const calls = (personId = 'nobody') =>
  client(bus, TemplateService, { principal: { ...principal(personId), sessionId: '' } as never });

const plain = { logoUrl: '', buttonColour: '', buttonTextColour: '', headingColour: '', locale: '' };
const person = async (locale: string): Promise<string> => {
  const personId = `reader-${crypto.randomUUID()}`;
  const contacts = [{ contactId: 'mail', method: Method.EMAIL, value: 'ada@example.org' }];
  const event = create(PersonReachableSchema, { personId, active: true, contacts, locale });
  await publish(bus, fact(PersonReachableSchema, { id: personId, version: 1 }, clock.now(), event));
  return personId;
};

const decoded = (raw: string): string =>
  raw
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/(=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'));

describe('the brand of the organisation', () => {
  it('is that of the settings until somebody changes it, and is kept then', async () => {
    await start();
    expect(await calls().getBrand({})).toMatchObject({ name: 'The Shed', locale: 'fr', logoUrl: '' });

    const saved = await calls().updateBrand({ brand: { ...plain, name: 'The Hall', headingColour: '#102030' } });
    expect(saved).toMatchObject({ name: 'The Hall', headingColour: '#102030', buttonColour: '#0b5cad' });
    await start();

    expect(await calls().getBrand({})).toMatchObject({ name: 'The Hall', headingColour: '#102030' });
  });

  it('is on what is previewed from now on', async () => {
    await start();
    await calls().updateBrand({ brand: { ...plain, name: 'The Hall', buttonColour: '#7a1f5c' } });
    const { html, text } = await calls().previewTemplate({ key: 'reminder', channel: Channel.EMAIL, locale: 'en' });

    expect(html).toContain('#7a1f5c');
    expect(text).toContain('Sent by The Hall');
  });

  it('is refused where it could not be read', async () => {
    await start();

    await expect(
      calls().updateBrand({ brand: { ...plain, name: 'The Hall', headingColour: '#ffff00' } }),
    ).rejects.toMatchObject({
      code: 'notifier.bad_brand',
      errors: [{ pointer: '/brand/headingColour' }],
    });
  });
});

describe('the templates', () => {
  it('are listed, and shown in the language of the organisation where none is asked for', async () => {
    await start();
    const { templates } = await calls().listTemplates({});

    expect(templates.find(({ key }) => key === 'digest')).toMatchObject({ locales: ['en', 'fr'] });
    expect(await calls().previewTemplate({ key: 'login', channel: Channel.SMS })).toMatchObject({
      text: '123456 est votre code The Shed, valable 15 minutes. Ne le communiquez à personne.',
      segments: 1,
      encoding: 'gsm-7',
    });
  });

  it.each([
    [{ key: 'welcome', channel: Channel.SMS }, 'notifier.template_not_found'],
    [{ key: 'login', channel: Channel.SLACK }, 'notifier.template_not_found'],
  ])('have nothing to show for %j', async (asked, code) => {
    await start();

    await expect(calls().previewTemplate(asked)).rejects.toMatchObject({ code });
  });
});

describe('a test', () => {
  it('reaches whoever asked for it, marked, in the language that was shown', async () => {
    await start();
    const personId = await person('en');
    const send = () =>
      calls(personId).sendTestMessage({ key: 'evacuation-call', channel: Channel.EMAIL, locale: 'fr' });
    // Identity's word of the person is on its way.
    await vi.waitFor(send, { timeout: 8_000, interval: 50 });
    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), 8_000);

    const [{ to, raw } = { to: [], raw: '' }] = mail.mails;
    expect(to).toEqual(['ada@example.org']);
    expect(decoded(raw)).toContain('[Test]');
    expect(decoded(raw)).toContain('lang="fr"');
  });

  it('is refused for somebody without such a contact', async () => {
    await start();

    await expect(calls('nobody').sendTestMessage({ key: 'login', channel: Channel.SMS })).rejects.toMatchObject({
      code: 'notifier.no_contact',
      errors: [{ pointer: '/channel' }],
    });
  });
});

describe('a message to an address', () => {
  it('is written in the language that was asked for, else in that of the organisation', async () => {
    await start({ SLACK_MESSAGES_PER_SECOND: '1000', SLACK_BURST: '1000' });
    const variables = { displayName: 'Ada', movement: 'in', count: '3', siteName: 'Nord' };
    const to = `${slack.url}/services/T0/B0/x`;

    await ask(bus, aCommand({ idempotencyKey: 'language:1', to, variables }));
    await ask(bus, aCommand({ idempotencyKey: 'language:2', to, variables, locale: 'en-US' }));
    await vi.waitFor(() => expect(slack.calls).toHaveLength(2), 8_000);

    const said = slack.calls.map(({ body }) => (JSON.parse(body) as { text: string }).text).toSorted();
    expect(said).toEqual(['Ada est arrivé · 3 personnes présentes', 'Ada signed in · 3 people in']);
  });
});
