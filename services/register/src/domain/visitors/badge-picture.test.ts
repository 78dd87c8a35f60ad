import { describe, expect, it } from 'vitest';
import { badgePicture } from './badge-picture.ts';

const badge = (name: string) =>
  badgePicture({
    visitor: { kind: 'contractor', name, company: 'A & B', hostName: 'Grace Hopper' },
    siteName: 'Vauxhall Walk',
    date: '2026-03-02',
    qr: { path: 'M0 0h1v1h-1z', size: 33 },
  });

describe('the badge of a visitor', () => {
  it('says who it is, from where, for whom and when', () => {
    for (const text of ['Contractor', 'Ada Lovelace', 'A &amp; B', 'Host: Grace Hopper', '2026-03-02']) {
      expect(badge('Ada Lovelace')).toContain(text);
    }
  });

  it('holds nothing that a name could smuggle in', () => {
    expect(badge('<script>"x"</script>')).not.toMatch(/<script|"x"/);
  });

  it('makes room for a long name', () => {
    const size = (name: string) => Number(/font-size="([\d.]+)" font-weight="700">[A-Z]\w* /.exec(badge(name))?.[1]);
    expect(size('Ada Lovelace')).toBe(7);
    expect(size(`Wolfeschlegel ${'a'.repeat(36)}`)).toBeLessThan(3);
  });
});
