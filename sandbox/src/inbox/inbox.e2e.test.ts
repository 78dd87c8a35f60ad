import { type Browser, chromium, type Page } from 'playwright-core';
import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
let browser: Browser;
let page: Page;
const complaints: string[] = [];
beforeAll(async () => {
  sandbox = await openSandbox();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? 'chromium', args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
  await sandbox.close();
});
beforeEach(async () => {
  await sandbox.store.clear();
  page = await browser.newPage({ viewport: { width: 1_200, height: 800 } });
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterEach(async () => {
  await page.close();
  expect(complaints.splice(0)).toEqual([]);
});

async function mail(subject: string, html = '<p>Hello</p>', attachments: object[] = []): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: sandbox.smtpPort });
  await transport.sendMail({
    from: 'hello@guildhall.example',
    to: 'ada@example.org',
    subject,
    text: 'x',
    html,
    attachments,
  });
  transport.close();
}

describe('the inbox in a browser', () => {
  it('shows a mail the moment it arrives, rendered, without a reload', async () => {
    await page.goto(sandbox.url);
    await page.getByText('No messages yet').waitFor();
    await mail('Your code is 482913', '<h1>Welcome, Ada</h1>');
    await page.getByRole('heading', { name: 'Your code is 482913' }).waitFor({ timeout: 2_000 });
    await page.frameLocator('iframe').getByRole('heading', { name: 'Welcome, Ada' }).waitFor();
    expect(await page.getByRole('button', { name: 'Copy the code 482913' }).isVisible()).toBe(true);
  });

  it('shows the pictures that a mail brings along', async () => {
    const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPj/HwADAgH/p1pYVAAAAABJRU5ErkJggg==';
    const picture = {
      filename: 'dot.png',
      content: Buffer.from(dot, 'base64'),
      cid: 'dot@guildhall',
      contentType: 'image/png',
    };
    await mail('With a picture', '<img alt="dot" src="cid:dot@guildhall">', [picture]);
    await page.goto(sandbox.url);
    const image = page.frameLocator('iframe').getByAltText('dot');
    await image.waitFor();
    await expect.poll(() => image.evaluate((shown: { naturalWidth?: number }) => shown.naturalWidth)).toBe(1);
  });

  it('keeps the mail that is being read when another arrives', async () => {
    await mail('First');
    await page.goto(sandbox.url);
    await page.getByRole('link', { name: 'First' }).click();
    await mail('Second');
    await page.getByRole('link', { name: 'Second' }).waitFor();
    expect(await page.getByRole('heading', { name: 'First' }).isVisible()).toBe(true);
  });

  it('finds messages while one types', async () => {
    await mail('An umbrella was found');
    await mail('Your visit');
    await page.goto(sandbox.url);
    await page.getByRole('searchbox', { name: 'Search messages' }).fill('umbrella');
    await page.getByRole('link', { name: 'Your visit' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('link', { name: 'umbrella' }).count()).toBe(1);
  });

  it('moves the clock and brings it back', async () => {
    await page.goto(sandbox.url);
    await page.getByRole('button', { name: '+1 day' }).click();
    await page.getByRole('button', { name: 'Back to real time' }).click();
    await page.getByRole('button', { name: 'Back to real time' }).waitFor({ state: 'detached' });
    expect(sandbox.announced.slice(-2)).toEqual([86_400_000, 0]);
  });

  it.each([320, 390])('reads on a phone %i px wide, without sideways scrolling', async (width) => {
    await mail('A subject that goes on and on, for much longer than any phone is wide');
    await page.setViewportSize({ width, height: 700 });
    await page.goto(sandbox.url);
    await page.getByRole('link', { name: 'A subject' }).click();
    await page.getByRole('heading', { name: 'A subject' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.getByRole('link', { name: 'All messages' }).click();
    await page.getByRole('searchbox').waitFor();
  });
});
