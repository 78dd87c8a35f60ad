import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { Brand, Template, TemplatePreview } from '@guildhall/client';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Request, type Routes } from '../../testing/platform.ts';
import { sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { templates as en } from '../../words/en/templates.ts';

const base = { category: 'presence', locales: ['en', 'fr'], variables: ['siteName'] } as const;
const templates: readonly Template[] = [
  {
    ...base,
    key: 'digest',
    about: { en: 'To those whom a site names.' },
    channels: ['email', 'slack'],
    samples: ['usual'],
  },
  { ...base, key: 'reminder', about: { en: 'Around noon.' }, channels: ['sms', 'push'], samples: ['usual', 'one'] },
];
const brand: Brand = {
  name: 'Guildhall',
  logoUrl: '',
  buttonColour: '#0b5cad',
  buttonTextColour: '#ffffff',
  headingColour: '#17324d',
  locale: 'en-GB',
};
const blocks = [
  { type: 'header', text: { type: 'plain_text', text: 'North &amp; South' } },
  { type: 'section', fields: [{ type: 'mrkdwn', text: '*Came in*\n31 &lt;b&gt;' }] },
  { type: 'context', elements: [{ type: 'mrkdwn', text: 'Daily summary' }] },
  {
    type: 'actions',
    elements: [{ type: 'button', text: { type: 'plain_text', text: 'See all' }, url: 'https://g.test' }],
  },
];

const previews: Readonly<Record<string, Omit<TemplatePreview, 'channel'>>> = {
  email: {
    subject: 'North on 2 March',
    html: '<h1>North</h1><script>x</script>',
    text: 'North, plainly',
    bytes: 6_000,
    variables: { siteName: 'North' },
  },
  slack: { text: 'North: 31 came in', blocks: JSON.stringify(blocks), bytes: 20, variables: {} },
  sms: { text: 'You signed in at North.', segments: 2, encoding: 'gsm-7', bytes: 23, variables: {} },
  push: { title: 'North', text: 'Tap when you leave.', link: 'https://g.test/o/1', bytes: 10, variables: {} },
};
const previewOf = ({ search }: Request) => {
  const channel = search.get('channel') ?? '';
  return ok({ channel, ...previews[channel] });
};

const open = async (search = '', permissions: readonly string[] = [], more: Routes = {}) => {
  const app = visit(`/messages/templates${search}`, {
    'GET /api/auth/session': ok(sessionOf('notifier.messages.read', ...permissions)),
    'GET /api/notifier/templates': ok({ templates }),
    'GET /api/notifier/templates/digest/preview': previewOf,
    'GET /api/notifier/templates/reminder/preview': previewOf,
    'GET /api/notifier/brand': ok(brand),
    ...more,
  });
  await screen.findByLabelText(en.template);
  return app;
};

describe('the templates', () => {
  it('show a mail in a frame that can do nothing', async () => {
    await open();
    const frame = await screen.findByTitle(en.frame('North on 2 March'));

    expect(frame.getAttribute('sandbox')).toBe('');
    expect(frame.getAttribute('srcdoc')).toBe('<h1>North</h1><script>x</script>');
    fireEvent.click(screen.getByRole('radio', { name: en.plain }));
    expect(screen.getByText('North, plainly')).toBeTruthy();
  });

  it('are chosen in the address', async () => {
    const { router, asked } = await open();
    fireEvent.change(screen.getByLabelText(en.template), { target: { value: 'reminder' } });
    await screen.findByText(en.segments(2, 'GSM-7'), { exact: false });
    fireEvent.click(screen.getByRole('radio', { name: en.languages['fr'] ?? '' }));

    await waitFor(() => expect(router.state.location.search).toMatchObject({ key: 'reminder', locale: 'fr' }));
    await waitFor(() =>
      expect(asked('GET /api/notifier/templates/reminder/preview').at(-1)?.search.toString()).toBe(
        'channel=sms&locale=fr&sample=usual',
      ),
    );
  });

  it('show what Slack makes of a message, with its signs as they are read', async () => {
    await open('?channel=slack');

    expect(await screen.findByText('North & South')).toBeTruthy();
    expect(screen.getByText('Came in').tagName).toBe('STRONG');
    expect(screen.getByText(/31 <b>/)).toBeTruthy();
    expect(screen.getByText('See all')).toBeTruthy();
  });

  it('show where a tap on a notification leads', async () => {
    await open('?key=reminder&channel=push');

    expect(await screen.findByText(en.leadsTo('https://g.test/o/1'))).toBeTruthy();
  });

  it('are shown from a link whose choices are not there any more', async () => {
    await open('?key=gone&channel=fax&locale=de&sample=x');

    expect(await screen.findByTitle(en.frame('North on 2 March'))).toBeTruthy();
  });

  it('offer neither tests nor the brand to those who may only look', async () => {
    await open();
    await screen.findByTitle(en.frame('North on 2 March'));

    expect(screen.queryByRole('button', { name: en.test })).toBeNull();
    expect(screen.queryByText(en.brand)).toBeNull();
  });
});

describe('a test', () => {
  it('is sent as it is shown', async () => {
    const { requests } = await open('?key=reminder&channel=sms&sample=one', ['notifier.messages.send'], {
      'POST /api/notifier/templates/reminder/test': { status: 202, body: { reference: 'test:1' } },
    });
    fireEvent.click(await screen.findByRole('button', { name: en.test }));

    await screen.findByText(en.tested);
    expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
      channel: 'sms',
      locale: 'en',
      sample: 'one',
    });
  });

  it('says at the field that Slack needs a channel', async () => {
    await open('?channel=slack', ['notifier.messages.send'], {
      'POST /api/notifier/templates/digest/test': refused(422, {
        code: 'notifier.no_contact',
        detail: 'There is nowhere to send the test to.',
        errors: [{ pointer: '/slackChannel', detail: 'names the channel in Slack' }],
      }),
    });
    fireEvent.click(await screen.findByRole('button', { name: en.test }));

    await waitFor(() => expect(screen.getByLabelText(en.slackChannel).getAttribute('aria-invalid')).toBe('true'));
  });
});

describe('the brand', () => {
  it('is changed, and what cannot be read is said at its field', async () => {
    const { requests, change } = await open('', ['notifier.brand.write'], {
      'PUT /api/notifier/brand': refused(422, {
        code: 'notifier.bad_brand',
        errors: [{ pointer: '/headingColour', detail: 'is hard to read on the page' }],
      }),
    });
    const heading = await screen.findByLabelText(en.headingColour);
    fireEvent.change(heading, { target: { value: '#ffff00' } });
    fireEvent.submit(heading.closest('form')!);
    expect(await screen.findByText('Is hard to read on the page')).toBeTruthy();

    change({ 'PUT /api/notifier/brand': ok({ ...brand, headingColour: '#102030' }) });
    fireEvent.change(heading, { target: { value: '#102030' } });
    fireEvent.submit(heading.closest('form')!);
    await waitFor(() => expect(screen.queryByText('Is hard to read on the page')).toBeNull());
    expect(requests.findLast(({ method }) => method === 'PUT')?.body).toEqual({ ...brand, headingColour: '#102030' });
  });
});
