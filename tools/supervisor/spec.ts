/** EX_CONFIG of sysexits.h: the process says that its settings are wrong; starting it again would not help. */
export const EXIT_CONFIG = 78;

/** A process to keep running. */
export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Ports to publish in its run file, by purpose. */
  readonly ports?: Readonly<Record<string, number>>;
  /** Whether it can do its work now; asked again and again after each start. */
  isReady(): Promise<boolean>;
  /** After a polite signal it has this long before it is killed. */
  readonly stopTimeoutMs?: number;
}

/** What a supervised process does, as it happens. */
export interface Watch {
  line(name: string, line: string): void;
  /** One sentence about a start, a death or a restart. */
  notice(name: string, sentence: string): void;
  /** Called after each start with the process id. */
  started?(name: string, pid: number): Promise<void> | void;
}

export interface Supervised {
  readonly name: string;
  /** The id of the process that runs now. */
  pid(): number | undefined;
  /** Resolves when ready for the first time; throws a sentence when that does not happen in time or never will. */
  ready(timeoutMs: number): Promise<void>;
  /** Asks it to end, kills it after its time, and resolves when it is gone. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}
