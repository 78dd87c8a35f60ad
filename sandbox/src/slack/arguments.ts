import type { Arguments } from './method.ts';
import { SlackError } from './slack-error.ts';

/** The arguments of a Web API call, sent as a form or as JSON; nested values become JSON text, as in forms. */
export function readArguments(contentType: string, body: string): Record<string, Arguments[string]> {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(body));
  if (type === 'application/json') return fromJson(body);
  if (body === '') return {};
  throw new SlackError(type === '' ? 'missing_post_type' : 'invalid_post_type');
}

function fromJson(body: string): Record<string, Arguments[string]> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new SlackError('invalid_json');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SlackError('json_not_object');
  const flat = Object.entries(value).map(([name, one]) => [name, typeof one === 'object' ? JSON.stringify(one) : one]);
  return Object.fromEntries(flat) as Record<string, Arguments[string]>;
}
