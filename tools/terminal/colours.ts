import { styleText } from 'node:util';

const PALETTE = ['cyan', 'magenta', 'yellow', 'green', 'blue', 'redBright', 'cyanBright', 'magentaBright'] as const;

/** Gives each name its colour, in order of first appearance; styleText leaves colours out where the terminal has none. */
export const painter = (): ((name: string) => string) => {
  const seen: string[] = [];
  return (name) => {
    if (!seen.includes(name)) seen.push(name);
    const colour = PALETTE[seen.indexOf(name) % PALETTE.length] ?? 'cyan';
    return styleText(colour, name.padEnd(9));
  };
};
