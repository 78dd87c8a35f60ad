import { describe, expect, it } from 'vitest';
import { execute, parse, readFields, readRow, simpleQuery, startup } from './protocol.ts';

const lettersOf = (bytes: Buffer): string => {
  let letters = '';
  for (let at = 0; at < bytes.length; at += 1 + bytes.readInt32BE(at + 1))
    letters += bytes.toString('latin1', at, at + 1);
  return letters;
};

describe('messages to PostgreSQL', () => {
  it('start with who we are, ended by two zeros', () => {
    const bytes = startup({ user: 'postgres', jit: 'off' });
    expect(bytes.readInt32BE(0)).toBe(bytes.length);
    expect(bytes.toString('utf8', 8)).toBe('user\0postgres\0jit\0off\0\0');
  });

  it('bind, execute and sync in one piece', () => {
    expect(lettersOf(execute('insert', ['db', Buffer.from([1, 2, 3]), null]))).toBe('BES');
  });

  it('carry text, bytes and nothing as binary parameters', () => {
    const bytes = execute('s', ['é', Buffer.from([1, 2, 3]), null]);
    // Behind letter, length, portal, name, and one format for all.
    const at = 5 + 1 + 2 + 4;
    expect(bytes.readInt16BE(at)).toBe(3);
    expect(bytes.readInt32BE(at + 2)).toBe(2);
    expect(bytes.toString('utf8', at + 6, at + 8)).toBe('é');
    expect(bytes.readInt32BE(at + 8)).toBe(3);
    expect([...bytes.subarray(at + 12, at + 15)]).toEqual([1, 2, 3]);
    expect(bytes.readInt32BE(at + 15)).toBe(-1);
  });

  it('prepare a statement under its name', () => {
    expect(parse({ name: 'one', text: 'select 1' }).toString('latin1', 5)).toBe('one\0select 1\0\0\0');
  });

  it('may be a plain command', () => {
    expect(simpleQuery('begin').toString('latin1')).toBe('Q\0\0\0\nbegin\0');
  });
});

describe('messages from PostgreSQL', () => {
  it('are rows of bytes and nulls', () => {
    const row = Buffer.from([0x44, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2, 8, 9, 255, 255, 255, 255]);
    expect(readRow(row)).toEqual([Buffer.from([8, 9]), null]);
  });

  it('are refusals with their fields', () => {
    const refusal = Buffer.concat([Buffer.alloc(5), Buffer.from('SERROR\0C23505\0Mdoppelt\0\0')]);
    expect(Object.fromEntries(readFields(refusal))).toEqual({ S: 'ERROR', C: '23505', M: 'doppelt' });
  });
});
