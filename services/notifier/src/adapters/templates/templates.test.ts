import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { variablesOf } from '@guildhall/contracts';
import type { Content } from '../../app/ports.ts';
import type { Channel, Order } from '../../domain/message.ts';
import { anOrder } from '../../domain/testing.ts';
import { type As, everyCase, templatesOf, testSeal as seal } from './testing.ts';

const { render } = templatesOf();

const idempotencyKey = 'login:c1';
const login = (channel: Channel, change: Partial<Order> = {}): Order =>
  anOrder({
    idempotencyKey,
    channel,
    template: 'login',
    category: 'auth',
    variables: { expiresMinutes: '15' },
    sealed: seal.seal({ code: '123456' }, idempotencyKey),
    ...change,
  });

const presence = (variables: Record<string, string>): Content =>
  render(
    anOrder({
      variables: { displayName: 'Ada Lovelace', movement: 'in', count: '3', siteName: 'North', ...variables },
    }),
  );

const mail = (change?: Partial<Order>) => render(login('email', change)) as As<'email'>;

describe('the sign-in code', () => {
  it('comes by mail with a subject, a page and plain text that all say what it is', () => {
    const { subject, html, text } = mail();

    expect(subject).toBe('Your Guildhall sign-in code');
    for (const body of [html, text]) {
      expect(body).toContain('123456');
      expect(body).toContain('15 minutes');
      expect(body).toContain('Ignore this mail');
    }
  });

  it('is not in the subject, which is shown on locked screens and kept in logs', () => {
    expect(mail().subject).not.toContain('123456');
  });

  it('comes by text message in one line of at most 160 plain characters', () => {
    expect(render(login('sms'))).toEqual({
      channel: 'sms',
      text: '123456 is your Guildhall code. It works for 15 minutes. Do not share it.',
    });
  });

  it('fetches nothing from elsewhere and has no image to explain', () => {
    const { html } = mail();

    expect(html).not.toMatch(/<img|url\(|<link|src=/);
    expect(html).toContain('lang="en"');
  });

  it('is readable in the dark', () => {
    expect(mail().html).toContain('prefers-color-scheme: dark');
  });
});

describe('a notice of presence', () => {
  it.each([
    [{}, 'Ada Lovelace signed in · 3 people in'],
    [{ count: '1' }, 'Ada Lovelace signed in · 1 person in'],
    [{ movement: 'out', count: '0' }, 'Ada Lovelace signed out · 0 people in'],
    [{ displayName: 'A. L.' }, 'A. L. signed in · 3 people in'],
    [{ displayName: '' }, 'Somebody signed in · 3 people in'],
  ])('of %j reads "%s"', (variables, text) => {
    expect(presence(variables)).toEqual({
      channel: 'slack',
      text,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } },
        { type: 'context', elements: [{ type: 'mrkdwn', text: 'North', verbatim: true }] },
      ],
    });
  });

  it('calls nobody to attention, whatever somebody is named', () => {
    expect(presence({ displayName: '<!channel> & <https://evil.example|Ada>' })).toMatchObject({
      text: '&lt;!channel&gt; &amp; &lt;https://evil.example|Ada&gt; signed in · 3 people in',
    });
  });
});

describe('what a variable cannot do', () => {
  const attack = fc.oneof(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '{{code}}',
      '\r\nBcc: eve@example.org',
      '&#x3C;b&#x3E;',
    ),
    fc.string({ unit: 'binary' }),
  );

  it('is to bring markup into a mail', () => {
    const clean = mail({ variables: { expiresMinutes: 'X' } }).html;
    const tags = (html: string) => html.match(/<[a-z!/][^>]*>/gi)?.length;
    fc.assert(
      fc.property(attack, (value) => {
        expect(tags(mail({ variables: { expiresMinutes: value } }).html)).toBe(tags(clean));
      }),
    );
  });

  it('is to be read as a template', () => {
    expect(mail({ variables: { expiresMinutes: '{{code}}' } }).text).toContain('works for {{code}} minutes');
  });

  it('is to bring another header into a mail', () => {
    const { render: other } = templatesOf({ name: 'A\r\nBcc: eve@example.org' });

    expect(other(login('email'))).toMatchObject({ subject: 'Your A Bcc: eve@example.org sign-in code' });
  });

  it('is to break a text message or a Slack notice into lines', () => {
    fc.assert(
      fc.property(attack, (value) => {
        const sms = render(login('sms', { variables: { expiresMinutes: value } })) as As<'sms'>;
        const slack = presence({ displayName: value }) as As<'slack'>;
        expect(sms.text + slack.text).not.toMatch(/[\r\n]/);
        expect(slack.text).not.toMatch(/[<>]/);
      }),
    );
  });

  it('is to reach what every object has', () => {
    expect(() => render(anOrder({ variables: {}, template: '__proto__' }))).toThrow(
      expect.objectContaining({ code: 'notifier.unknown_template' }),
    );
  });
});

describe('an order that cannot be rendered', () => {
  const codeOf = (order: Order): string => {
    try {
      render(order);
      return 'rendered';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('names a template or a channel that is not there', () => {
    expect(codeOf(login('slack'))).toBe('notifier.unknown_template');
    expect(codeOf(anOrder({ template: 'welcome' }))).toBe('notifier.unknown_template');
  });

  it('lacks a variable, which is named', () => {
    expect(() => mail({ variables: {} })).toThrow('The template also needs expiresMinutes.');
  });

  it('has a seal that our key does not open, or one of another message', () => {
    expect(codeOf(login('sms', { sealed: new Uint8Array(40) }))).toBe('notifier.broken_seal');
    expect(codeOf(login('sms', { idempotencyKey: 'login:c2' }))).toBe('notifier.broken_seal');
  });

  it('never tells a secret in its refusal', () => {
    const told = (text: string) => expect.objectContaining({ message: expect.stringContaining(text) });

    expect(() => mail({ variables: {} })).toThrow(told('expiresMinutes'));
    expect(() => mail({ variables: {} })).not.toThrow(told('123456'));
  });
});

describe('every template', () => {
  it.each(everyCase)('$template by $channel in $locale ($sample) lacks nothing that may be left out', (one) => {
    const { template, channel, locale, variables } = one;
    const declared = variablesOf(template) ?? {};
    const order = anOrder({ template, channel, locale, variables });

    for (const name of Object.keys(variables)) {
      const { [name]: _left, ...rest } = variables;
      const code = codeOfMissing(() => render({ ...order, variables: rest }));
      expect(['rendered', declared[name]?.optional ? 'rendered' : 'notifier.missing_variables']).toContain(code);
    }
  });
});

const codeOfMissing = (run: () => unknown): string => {
  try {
    run();
    return 'rendered';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a notification to a device', () => {
  const alert = (variables: Record<string, string>) =>
    render(anOrder({ channel: 'push', template: 'watch-alert', variables })) as As<'push'>;
  const known = { visitorName: 'Eve', company: 'ACME', siteName: 'North', note: '' };

  it('has a title and one text, and nothing where a tap would lead nowhere', () => {
    expect(alert(known)).toEqual({ channel: 'push', title: expect.any(String), text: expect.stringContaining('Eve') });
  });

  it('is not broken by what its values hold', () => {
    const { title, text } = alert({ ...known, visitorName: 'Eve\n\u202Eevil', siteName: 'No\nrth' });

    expect(`${title}${text}`).not.toMatch(/[\n\u202E]/);
  });
});

describe('a template', () => {
  it('says which channels it has words for', () => {
    const { channelsOf } = templatesOf();

    expect(channelsOf('login')).toEqual(['email', 'sms']);
    expect(() => channelsOf('no such')).toThrow(expect.objectContaining({ code: 'notifier.unknown_template' }));
  });

  it('of an evacuation is not for the inbox: whoever has that only is told of as out of reach', () => {
    const { channelsOf } = templatesOf();

    for (const key of ['evacuation-call', 'evacuation-escalation', 'evacuation-warden']) {
      expect(channelsOf(key)).not.toContain('inbox');
    }
  });
});
