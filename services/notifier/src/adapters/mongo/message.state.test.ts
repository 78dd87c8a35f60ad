import { expect, it } from 'vitest';
import { aMessage } from '../../domain/testing.ts';
import { toMessage, toState } from './message.state.ts';

it('brings a message back as it was, whatever its variables are called', () => {
  const message = aMessage({ variables: { 'a.b': '1', $where: '2', '': '3' }, sealed: new Uint8Array([1, 2, 255]) });
  const state = structuredClone(toState(message));

  const back = toMessage({ id: message.id, version: message.version, state });
  expect({ ...back, sealed: [...(back.sealed ?? [])] }).toEqual({ ...message, sealed: [1, 2, 255] });
});
