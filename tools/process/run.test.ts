import { describe, expect, it } from 'vitest';
import { lineSplitter, mustRun, run } from './run.ts';
import { explain, Sentence } from './sentence.ts';

const node = (script: string, options = {}) => run(process.execPath, ['-e', script], options);

describe('running a program', () => {
  it('gives its exit code and what it said on both streams', async () => {
    const { code, output } = await node("console.log('out'); console.error('err'); process.exit(3)");
    expect(code).toBe(3);
    expect(output.split('\n').toSorted()).toEqual(['', 'err', 'out']);
  });

  it('hands lines on as they come', async () => {
    const lines: string[] = [];
    await node("process.stdout.write('one\\ntw'); process.stdout.write('o\\nthree')", {
      onLine: (line: string) => void lines.push(line),
    });
    expect(lines).toEqual(['one', 'two', 'three']);
  });

  it('that is missing is a sentence with the way to get it', async () => {
    const missing = run('no-such-program', [], { hint: 'apt-get install it' });
    await expect(missing).rejects.toThrow('no-such-program is missing: apt-get install it.');
    await expect(missing).rejects.toBeInstanceOf(Sentence);
  });

  it('ends it when its time is over', async () => {
    const { code, output } = await node('setInterval(() => {}, 1000)', { timeoutMs: 50 });
    expect(code).not.toBe(0);
    expect(output).toContain('stopped after 50 ms');
  });

  it('that must succeed says the end of what it said when it does not', async () => {
    const failing = mustRun(process.execPath, ['-e', "console.error('the disk is full'); process.exit(1)"]);
    await expect(failing).rejects.toThrow('the disk is full');
  });
});

describe('lines', () => {
  it('keep the empty ones between, and never add one at the end', () => {
    const lines: string[] = [];
    const split = lineSplitter((line) => void lines.push(line));
    for (const chunk of ['a\n\nb', 'c\n']) split(chunk);
    split();
    expect(lines).toEqual(['a', '', 'bc']);
  });
});

describe('what is printed for a failure', () => {
  it('is the sentence alone where there is one', () => {
    expect(explain(new Sentence('Port 8080 is taken.'))).toBe('Port 8080 is taken.');
  });

  it('is everything known where there is none', () => {
    expect(explain(new TypeError('x is not a function'))).toContain('run.test.ts');
    expect(explain('odd')).toBe('odd');
  });
});
