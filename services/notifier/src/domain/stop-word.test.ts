import { expect, it } from 'vitest';
import { stopWordOf } from './stop-word.ts';

it.each([
  ['STOP', 'stop'],
  [' Unsubscribe ', 'stop'],
  ['arrêt', 'stop'],
  ['start', 'start'],
  ['1 safe', undefined],
  ['please stop it', undefined],
  ['', undefined],
])('%j means %s', (text, word) => {
  expect(stopWordOf(text)).toBe(word);
});
