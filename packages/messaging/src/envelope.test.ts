import { fromBinary } from '@bufbuild/protobuf';
import { Lane, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { SiteChangedSchema } from '@guildhall/contracts/register/v1/events';
import { describe, expect, it } from 'vitest';
import { fact, sendCommand } from './envelope.ts';

const at = new Date('2026-03-02T10:00:00.125Z');

describe('a fact', () => {
  it('goes to the subject that its contract and its aggregate give', () => {
    const {
      subject,
      data,
      headers,
      at: when,
    } = fact(SiteChangedSchema, { id: 'north', version: 4 }, at, { siteId: 'north' });
    expect(subject).toBe('evt.register.v1.site-changed.north');
    expect(fromBinary(SiteChangedSchema, data).siteId).toBe('north');
    expect(headers).toEqual({ 'Aggregate-Version': '4', 'Happened-At': at.toISOString() });
    expect(when).toBe(at);
  });

  it('has an id of its own each time, later ones sorting behind', () => {
    const ids = [1, 2, 3].map(() => fact(SiteChangedSchema, { id: 'north', version: 1 }, at, {}).id);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(3);
  });

  it.each(['', 'a.b', 'a b', '*', '>', 'ü', 'x'.repeat(201)])('is refused for an aggregate %j', (id) => {
    expect(() => fact(SiteChangedSchema, { id, version: 1 }, at, {})).toThrow('cannot be part of a subject');
  });
});

describe('a command to the notifier', () => {
  it('goes to its lane, under an id that follows from its key', () => {
    const ask = () => sendCommand(at, { idempotencyKey: 'presence:v1:in', lane: Lane.TRANSACTIONAL, to: '#hall' });
    const { id, subject, data } = ask();
    expect(subject).toBe(`cmd.notifier.v1.transactional.send.${id}`);
    expect(id).toMatch(/^[\w-]{32}$/);
    expect(ask().id).toBe(id);
    expect(fromBinary(SendMessageSchema, data).to).toBe('#hall');
  });

  it('has another id under another key', () => {
    const ids = ['a', 'b'].map((idempotencyKey) => sendCommand(at, { idempotencyKey, lane: Lane.BULK }).id);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it.each([{ lane: Lane.BULK }, { idempotencyKey: 'a' }])('is refused without lane or key', (body) => {
    expect(() => sendCommand(at, body)).toThrow('lane and an idempotency key');
  });
});
