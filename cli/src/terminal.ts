import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';

/** Where the program reads and writes; tests bring their own. */
export type Terminal = Readonly<{
  env: Readonly<Record<string, string | undefined>>;
  /** Where the credentials are kept. */
  folder: string;
  /** True when a person is watching: then there are questions and progress bars. */
  isInteractive: boolean;
  /** Results: what another program may read. */
  out(text: string): void;
  /** Everything that is said beside the result. */
  say(text: string): void;
  ask(question: string): Promise<string>;
}>;

export function terminal({ env, stdin, stdout, stderr }: NodeJS.Process): Terminal {
  const folder = env['GUILDHALL_CONFIG_DIR'] ?? join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'guildhall');
  return {
    env,
    folder,
    isInteractive: stdin.isTTY && stderr.isTTY,
    out: (text) => void stdout.write(`${text}\n`),
    say: (text) => void stderr.write(`${text}\n`),
    ask: async (question) => {
      const lines = createInterface({ input: stdin, output: stderr });
      try {
        return (await lines.question(`${question} `)).trim();
      } finally {
        lines.close();
      }
    },
  };
}
