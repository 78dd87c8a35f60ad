import { styleText } from 'node:util';

const LEVELS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};
const HIDDEN = new Set([
  'level',
  'time',
  'msg',
  'pid',
  'hostname',
  'service',
  'name',
  'trace_id',
  'span_id',
  'trace_flags',
]);
const LONGEST = 400;
const STACK_LINES = 6;

interface Entry {
  readonly level?: number | string;
  readonly msg?: string;
  readonly [field: string]: unknown;
}

const paint = (level: string): string => {
  if (level === 'error' || level === 'fatal') return styleText('red', level);
  return level === 'warn' ? styleText('yellow', level) : styleText('dim', level);
};

interface Logged {
  readonly name?: string;
  readonly message: string;
  readonly stack?: string;
}

const isError = (value: unknown): value is Logged => typeof value === 'object' && value !== null && 'message' in value;

/** An error is its message, and where it came from on lines of their own. */
const ofError = ({ name = 'Error', message, stack = '' }: Logged): string => {
  const calls = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return [`${name}: ${message}`, ...calls.slice(0, STACK_LINES)].join('\n');
};

const field = ([name, value]: [string, unknown]): string => {
  if (isError(value)) return ofError(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return styleText('dim', `${name}=${(text ?? '').slice(0, LONGEST)}`);
};

/** A service's JSON log line as a person reads it: level, message, the other fields; anything else unchanged. */
export const readable = (line: string): string => {
  if (!line.startsWith('{')) return line;
  try {
    const entry = JSON.parse(line) as Entry;
    const level = typeof entry.level === 'number' ? (LEVELS[entry.level] ?? 'info') : (entry.level ?? 'info');
    const rest = Object.entries(entry).filter(([name]) => !HIDDEN.has(name));
    return [paint(level), entry.msg ?? '', ...rest.map(field)].join(' ');
  } catch {
    return line;
  }
};
