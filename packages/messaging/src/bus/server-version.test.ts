import { expect, it } from 'vitest';
import { assertServer } from './server-version.ts';

it.each(['2.14.0', '2.15.1', '3.0.0-beta', '2.100.0'])('%s is new enough', (version) => {
  expect(() => assertServer(version)).not.toThrow();
});

it.each(['2.13.9', '2.9.10', '1.99.0', undefined, ''])('%s is not', (version) => {
  expect(() => assertServer(version)).toThrow('2.14 or later is needed');
});
