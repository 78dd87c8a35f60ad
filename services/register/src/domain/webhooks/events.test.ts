import { expect, it } from 'vitest';
import { isConcerned } from './events.ts';

it('a webhook is told of its site, or of every site', () => {
  const settings = { url: 'https://bms.example.org', events: [], description: '', active: true };
  const told = (siteId: string) => ['vw', 'north'].map((at) => isConcerned({ ...settings, siteId }, at));

  expect([told(''), told('north')]).toEqual([
    [true, true],
    [false, true],
  ]);
});
