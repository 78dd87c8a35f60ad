import { explain } from '@guildhall/tools/process/sentence.ts';
import { onInterrupt } from '@guildhall/tools/terminal/interrupt.ts';

/** Runs the work with the arguments of this process and makes its result the exit code; a failure is printed and is 1. */
export async function program(usage: string, work: (args: readonly string[]) => Promise<number>): Promise<void> {
  const leave = (): never => process.exit(130);
  onInterrupt({ first: leave, again: leave });
  const args = process.argv.slice(2).filter((word) => word !== '--');
  if (args.includes('--help')) return console.log(usage);
  try {
    process.exitCode = await work(args);
  } catch (error) {
    console.error(`\n${explain(error)}`);
    // Processes started for the measurement would keep this one alive: they end with it.
    process.exit(1);
  }
}
