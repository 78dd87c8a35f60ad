import type { Page } from 'playwright-core';
import { environment } from '../platform/environment.ts';
import type { Contact } from '../platform/people.ts';
import { clock } from '../platform/sandbox.ts';

/** Fills in where the code is to go, and asks for it, past the limit that one address has in an hour. */
export async function askForCodeOn(page: Page, { method, value }: Contact): Promise<void> {
  if (method === 'sms') await page.getByText('Text message', { exact: true }).click();
  await page.getByLabel(method === 'sms' ? 'Mobile number' : 'E-mail address').fill(value);
  const answered = page.waitForResponse('**/api/auth/challenges');
  await page.getByRole('button', { name: 'Send me a code' }).click();
  const answer = await answered;
  if (answer.status() === 429) {
    await clock.advance(Number(answer.headers()['retry-after'] ?? 1) + 1);
    await page.getByRole('button', { name: 'Send me a code' }).click();
  }
  await page.getByLabel('Six-digit code').waitFor();
}

/** Reads the code where a person does: on the inbox page, in the message that came for them. */
export async function codeFromInbox(inbox: Page, { value }: Contact): Promise<string> {
  await inbox.goto(`${environment.sandboxUrl}/?q=${encodeURIComponent(value)}`);
  await inbox.getByRole('link', { name: value }).first().click();
  const button = inbox.getByRole('button', { name: 'Copy the code' });
  return (await button.innerText()).trim();
}

/** Enters the code, and the name of somebody who is new. */
export async function enterCode(page: Page, code: string, name?: readonly [string, string]): Promise<void> {
  await page.getByLabel('Six-digit code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  if (name) {
    await page.getByLabel('First name').fill(name[0]);
    await page.getByLabel('Last name').fill(name[1]);
    await page.getByRole('button', { name: 'Finish' }).click();
  }
}
