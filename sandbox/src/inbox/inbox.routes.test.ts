import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.store.clear());

const get = (path: string) => sandbox.call('GET', path);
const page = async (query = '') => (await get(`/${query}`)).text();
const webhook = (text: string) => sandbox.call('POST', '/slack/services/T0GUILD/B0NORTH/x', { text });
const sms = (text: string) => sandbox.store.record({ channel: 'sms', to: '+447700900123', text, raw: {} });

async function mail(more: object = {}): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port: sandbox.smtpPort });
  await transport.sendMail({
    from: 'hello@guildhall.example',
    to: 'ada@example.org',
    subject: 'Your code is 482913',
    text: 'x',
    ...more,
  });
  transport.close();
  return (await sandbox.messages('?channel=email')).at(-1)?.id ?? '';
}

describe('the inbox page', () => {
  it('says that nothing came yet', async () => {
    expect(await page()).toContain('No messages yet');
  });

  it('lists what came, newest first, and shows the newest', async () => {
    await sms('first');
    const { id } = await sms('second');
    const markup = await page();
    expect(markup.indexOf('second')).toBeLessThan(markup.indexOf('first'));
    expect(markup).toContain(`data-message="${id}"`);
  });

  it('offers a one-time code to be copied', async () => {
    await mail();
    expect(await page()).toContain('data-copy="482913"');
    await sandbox.store.clear();
    await sms('Call +447700900123 about order 12345678');
    expect(await page()).not.toContain('data-copy');
  });

  it('shows one channel, and what has the words that are searched for', async () => {
    await sms('an umbrella was found');
    await webhook('Ada signed in');
    expect(await page('?channel=slack')).not.toContain('umbrella');
    expect(await page('?q=UMBRELLA')).toContain('umbrella');
    expect(await page('?q=nothing')).toContain('Nothing matches');
  });

  it('shows a Slack message among those of its channel, as Slack would render it', async () => {
    await webhook('*Ada* &amp; Bob signed in');
    await webhook('Ada signed out');
    const markup = await page('?channel=slack');
    expect(markup).toContain('<b>Ada</b> &amp; Bob signed in');
    expect(markup.match(/<li class="post/g)).toHaveLength(2);
  });

  it('escapes whatever was sent', async () => {
    await sms('<script>alert(1)</script>');
    await mail({ subject: '<img src=x onerror=alert(1)>', from: '"<b>x" <a@b.example>' });
    const markup = await page();
    expect(markup).not.toMatch(/<script>alert|<img src=x/);
  });

  it('lets nothing run or load but its own script and style', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    for (const asset of ['inbox.js', 'inbox.css', 'inbox.svg'])
      expect((await get(`/assets/${asset}`)).status).toBe(200);
  });

  it('shows when the clock was moved and what fails on purpose', async () => {
    expect(await page()).not.toContain('Back to real time');
    await sandbox.call('PUT', '/sandbox/clock', { advanceSeconds: 60 });
    await sandbox.call('PUT', '/sandbox/faults', { provider: 'slack', status: 429, match: '#north', times: 2 });
    const markup = await page();
    expect(markup).toContain('Back to real time');
    expect(markup).toContain('slack answers 429 for “#north” 2 more times');
    await sandbox.call('DELETE', '/sandbox/clock');
  });

  it('is undisturbed by an odd address', async () => {
    expect((await get('/?channel=fax&m=nothing&q=a&q=b')).status).toBe(200);
  });

  it('shows an edited message once, with its last wording', async () => {
    const raw = { ts: '1.1', method: 'chat.update' };
    await sandbox.store.record({
      channel: 'slack',
      to: '#north',
      text: 'two people',
      raw: { ...raw, method: 'chat.postMessage' },
    });
    await sandbox.store.record({ channel: 'slack', to: '#north', text: 'three people', raw });
    const conversation = (await page()).split('class="posts"')[1];
    expect(conversation).toContain('three people');
    expect(conversation).not.toContain('two people');
  });
});

describe('a mail in the inbox', () => {
  it('is framed apart from the page: no scripts, no forms, nothing from elsewhere', async () => {
    const id = await mail({ html: '<p>Hello <script>alert(1)</script></p>' });
    expect(await page()).toContain(`sandbox="allow-popups allow-popups-to-escape-sandbox" src="/inbox/mails/${id}"`);
    const policy = (await get(`/inbox/mails/${id}`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).not.toContain('allow-scripts');
  });

  it('gives its source and its attachments', async () => {
    const id = await mail({
      attachments: [{ filename: 'visit.txt', content: Buffer.from('at nine ✓'), contentType: 'text/plain' }],
    });
    const attachment = await get(`/inbox/mails/${id}/attachments/0`);
    expect(attachment.headers.get('content-disposition')).toBe('attachment; filename=visit.txt');
    expect((await attachment.text()).trim()).toBe('at nine ✓');
    expect(await (await get(`/inbox/mails/${id}/source`)).text()).toContain('Subject: Your code is 482913');
  });

  it.each(['/inbox/mails/none', '/inbox/mails/none/source', '/inbox/mails/none/attachments/0'])(
    '%s is not found',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('has no attachment that it does not have', async () => {
    const id = await mail();
    for (const index of ['0', '-1', 'x', '__proto__']) {
      expect((await get(`/inbox/mails/${id}/attachments/${index}`)).status).toBe(404);
    }
  });
});

describe('the live stream', () => {
  it('says when something came', async () => {
    const answer = await get('/inbox/stream');
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('event: changed');
    await sms('hello');
    expect((await reader?.read())?.value).toContain('event: changed');
    await reader?.cancel();
  });
});
