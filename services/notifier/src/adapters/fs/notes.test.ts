import { temporaryFolder } from '@guildhall/testing';
import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Note } from '../../app/ports.ts';
import { nine } from '../../domain/testing.ts';
import { leftNotes, noteName } from './left-notes.ts';
import { noteFile } from './note-file.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const note = (messageId: string): Note => ({
  messageId,
  attempt: { at: nine, provider: 'smtp', outcome: 'sent', providerMessageId: '<m@x>', durationMs: 5 },
});
const name = noteName(17, 'abc');
const dead = () => false;
const opened = (called = name) => noteFile({ folder, name: called, report: () => undefined });

describe('notes', () => {
  it('are found by the next process, whatever became of the one that wrote them', () => {
    const file = opened();
    file.add(note('m1'));
    file.add(note('m2'));

    expect(leftNotes(folder, dead).notes).toEqual([note('m1'), note('m2')]);
  });

  it('that were cut in the middle of a line say nothing', () => {
    opened().add(note('m1'));
    appendFileSync(join(folder, name), '{"messageId":"m2","att');

    expect(leftNotes(folder, dead).notes).toEqual([note('m1')]);
  });

  it('are gone when the process ends in order with everything stored', () => {
    const file = opened();
    file.add(note('m1'));
    file.remove('m1');
    file.close();

    expect(leftNotes(folder, dead).notes).toEqual([]);
  });

  it('do not grow without end, and keep what is still open', () => {
    const file = opened();
    file.add(note('open'));
    for (let i = 0; i < 5_000; i += 1) {
      file.add(note(`m${i}`));
      file.remove(`m${i}`);
    }

    expect(statSync(join(folder, name)).size).toBeLessThan(300_000);
    expect(leftNotes(folder, dead).notes.map(({ messageId }) => messageId)).toContain('open');
  });

  it('are not all written again and again while thousands are open', () => {
    const file = opened();
    let rewritten = 0;
    let inode = statSync(join(folder, name)).ino;
    for (let i = 0; i < 10_000; i += 1) {
      file.add(note(`m${i}`));
      const now = statSync(join(folder, name)).ino;
      if (now !== inode) rewritten += 1;
      inode = now;
    }

    expect(rewritten).toBeLessThan(10);
    expect(leftNotes(folder, dead).notes).toHaveLength(10_000);
  });

  it('are discarded once they are stored, but not those of a process that lives', () => {
    opened().add(note('m1'));
    opened(noteName(18, 'def')).add(note('m2'));

    leftNotes(folder, (pid) => pid === 18).discard();

    expect(readdirSync(folder)).toEqual([noteName(18, 'def')]);
  });

  it('that cannot be written are reported and stop nothing', () => {
    const errors: unknown[] = [];
    const file = noteFile({ folder, name, report: (error) => errors.push(error) });
    file.close();
    file.add(note('m1'));

    expect(errors).toHaveLength(1);
  });

  it('hold no recipient and no content', () => {
    opened().add(note('m1'));

    expect(Object.keys(JSON.parse(readFileSync(join(folder, name), 'utf8')) as object)).toEqual([
      'messageId',
      'attempt',
    ]);
  });

  it('are none where nobody ever noted anything', () => {
    expect(leftNotes(join(folder, 'nowhere'), dead).notes).toEqual([]);
  });
});
