import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';

const sources = join(import.meta.dirname, '../../../templates');

const check = async (...folder: string[]): Promise<string> => {
  const run = promisify(execFile)(process.execPath, [join(sources, 'build.ts'), '--check', ...folder]);
  return run.then(
    () => '',
    ({ stderr }: { stderr: string }) => stderr,
  );
};

it('the committed templates are what their sources compile to', { timeout: 60_000 }, async () => {
  expect(await check()).toBe('');
});

describe('a template that does not go together cannot ship', { timeout: 60_000 }, () => {
  let folder = '';
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** One template on its own, with a file of it changed; undefined takes the file away. */
  const broken = async (file: string, change: (text: string) => string | undefined): Promise<string> => {
    folder = mkdtempSync(join(tmpdir(), 'templates-'));
    cpSync(join(sources, 'layouts'), join(folder, 'layouts'), { recursive: true });
    cpSync(join(sources, 'reminder'), join(folder, 'reminder'), { recursive: true });
    const path = join(folder, 'reminder', file);
    const text = change(readFileSync(path, 'utf8'));
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
    return check(folder);
  };

  it('as it is, it goes together', async () => {
    expect(await broken('fr/sms.hbs', (text) => text)).toBe('');
  });

  it.each<[string, string, (text: string) => string | undefined, string | RegExp]>([
    ['a language lacks a channel', 'fr/push.hbs', () => undefined, 'not every language has push'],
    [
      'a language lacks a variable',
      'fr/sms.hbs',
      (text) => text.replace('{{siteName}}', 'ici'),
      'one language asks for',
    ],
    ['a variable is misspelt', 'fr/sms.hbs', (text) => text.replace('siteName', 'sitename'), 'one language asks for'],
    ['a block is not closed', 'en/sms.hbs', (text) => `{{#if siteName}}${text}`, /Parse error|Expecting/],
    ['there is no such helper', 'en/sms.hbs', (text) => `${text}{{upper siteName}}`, /upper/],
    [
      'a value is not escaped',
      'en/email.mjml.hbs',
      (text) => text.replace('{{firstName}}', '{{{firstName}}}'),
      'escapes nothing',
    ],
    ['the page is no MJML', 'en/email.mjml.hbs', (text) => `${text}\n<mj-nothing />`, /mj-nothing/],
    ['the subject is missing', 'en/email.mjml.hbs', (text) => text.replace(/^subject: .*\n/, ''), 'subject missing'],
    ['the text part is missing', 'fr/email.txt.hbs', () => undefined, 'email.txt.hbs'],
    ['a sign makes texts dear', 'fr/sms.hbs', (text) => `${text} ça`, '"ç" would make a text message twice as dear'],
    [
      'a sample lacks a variable',
      'template.json',
      (text) => text.replace('"firstName"', '"name"'),
      'the sample usual has',
    ],
  ])('when %s', async (_why, file, change, told) => {
    expect(await broken(file, change)).toMatch(told);
  });
});
