import { z } from 'zod';

/** The exit code of a process whose settings are wrong (EX_CONFIG of sysexits): restarting it cannot help. */
export const settingsExitCode = 78;

/** Everything that is wrong with the environment, one line each: the variable and the fix, never the value. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The settings are not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Reads the environment once, into a typed object. An empty variable counts as absent.
 *
 * @throws SettingsError with the whole list of what is wrong.
 */
export function settings<T extends z.ZodObject>(schema: T, env: NodeJS.ProcessEnv = process.env): z.infer<T> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new SettingsError(parsed.error.issues.map(describe));
}

const describe = ({ path, message, code }: z.core.$ZodIssue): string => {
  const missing = code === 'invalid_type' && message.endsWith('received undefined');
  return `${path.join('.')}: ${missing ? 'is missing; set it' : message}`;
};

/** `on` or `off`, as a boolean; `true` and `false` say the same. */
export const onOff = (absent: boolean) =>
  z
    .enum(['on', 'off', 'true', 'false'], 'must be on or off')
    .default(absent ? 'on' : 'off')
    .transform((value) => value === 'on' || value === 'true');

/** A port number; 0 lets the system choose. */
export const port = (absent: number) =>
  z.coerce.number('must be a port number').int().min(0).max(65_535).default(absent);

/** 32 bytes in base64url, such as a sealing key. */
export const secretKey = () =>
  z
    .string()
    .transform((text) => new Uint8Array(Buffer.from(text, 'base64url')))
    .refine((key) => key.length === 32, 'must be 32 bytes in base64url');

/** What every process of the platform is told. */
export const ProcessSettings = z.object({
  NATS_URL: z.string('is missing; set it to the address of the broker, nats://host:4222').min(1),
  MONGO_URL: z.string('is missing; set it to the address of the document store, mongodb://host:27017').min(1),
  MONGO_DATABASE: z
    .string()
    .regex(/^[a-z0-9_]{1,60}$/, 'must be lower-case letters, digits and _')
    .optional(),
  HEALTH_HOST: z.string().default('127.0.0.1'),
  HEALTH_PORT: port(0),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SANDBOX: onOff(false),
  OTLP_URL: z.url('must be the address of an OTLP/HTTP receiver, http://host:4318').optional(),
  PUBLIC_URL: z.url('must be the address people open, https://members.example.org').default('http://localhost:8080'),
});

export type ProcessSettings = z.infer<typeof ProcessSettings>;
