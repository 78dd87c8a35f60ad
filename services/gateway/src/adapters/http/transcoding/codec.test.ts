import type { DescMessage } from '@bufbuild/protobuf';
import { equals } from '@bufbuild/protobuf';
import * as gateway from '@guildhall/contracts/gateway/v1/service';
import * as identityEvents from '@guildhall/contracts/identity/v1/events';
import * as identity from '@guildhall/contracts/identity/v1/service';
import * as notifierCommands from '@guildhall/contracts/notifier/v1/commands';
import * as notifierEvents from '@guildhall/contracts/notifier/v1/events';
import * as notifier from '@guildhall/contracts/notifier/v1/service';
import * as registerEvents from '@guildhall/contracts/register/v1/events';
import * as register from '@guildhall/contracts/register/v1/service';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probeMessage } from '../../../testing/contract.ts';
import type { Faults } from './faults.ts';
import { messageReader } from './read-message.ts';
import { messages } from './testing.ts';
import { messageWriter } from './write-message.ts';

const contracts = [
  gateway,
  identityEvents,
  identity,
  notifierCommands,
  notifierEvents,
  notifier,
  registerEvents,
  register,
];
const isMessage = (value: unknown): value is DescMessage =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'message';
const types = [
  probeMessage('Thing'),
  ...contracts.flatMap((file) => Object.values(file) as unknown[]).filter(isMessage),
];

describe('JSON and back', () => {
  it.each(types.map((type) => [type.typeName, type] as const))('loses nothing of %s', (_name, type) => {
    const [read, write] = [messageReader(type), messageWriter(type)];
    fc.assert(
      fc.property(messages(type), (message) => {
        const faults: Faults = [];
        const back = read(JSON.parse(JSON.stringify(write(message))), faults);
        expect(faults).toEqual([]);
        expect(back && equals(type, message, back)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
