import { styleText } from 'node:util';
import { painter } from './colours.ts';
import { readable } from './log-line.ts';
import type { Watch } from '../supervisor/spec.ts';

/** One line about what is being done. */
export const say = (line: string): void => console.log(`${styleText('dim', '·')} ${line}`);

/** Prints what the processes say, each line under its process's name. */
export const screen = (print: (line: string) => void = console.log): Watch => {
  const paint = painter();
  return {
    line: (name, line) => print(`${paint(name)} ${readable(line)}`),
    notice: (name, sentence) => print(`${paint(name)} ${styleText('yellow', sentence)}`),
  };
};
