import { describe, expect, it } from 'vitest';
import { emailOf, PEOPLE, SITES, webhookUrl } from './organisation.ts';

describe('the demonstration organisation', () => {
  it('has addresses that are plain, different and of example.org', () => {
    const emails = PEOPLE.map(emailOf);
    expect(new Set(emails).size).toBe(PEOPLE.length);
    for (const email of emails) expect(email).toMatch(/^[a-z]+\.[a-z]+@example\.org$/);
    expect(emails).toContain('tomasz.zolkiewski@example.org');
  });

  it('has only phone numbers that belong to nobody (Ofcom: numbers for drama)', () => {
    const phones = PEOPLE.map(({ phone }) => phone).filter((phone) => phone !== undefined);
    for (const phone of phones) expect(phone).toMatch(/^\+447700900\d{3}$/);
  });

  it('is about a dozen people at two sites with a zone each', () => {
    expect(PEOPLE.length + 1).toBe(12);
    expect(SITES.map(({ timeZone }) => timeZone)).toEqual(['Europe/London', 'Europe/Paris']);
  });

  it('tells the Slack channel of each site, in the sandbox', () => {
    expect(webhookUrl('http://127.0.0.1:8025', 'north')).toBe(
      'http://127.0.0.1:8025/slack/services/T0GUILD/B0NORTH/demonstration',
    );
  });
});
