import { allScopes } from './contract.ts';
import { SlackError } from './slack-error.ts';

const limited = /^xoxb-only-(?<scopes>.+)$/;

/**
 * The scopes of a token. Any `xoxb-` or `xoxp-` token has them all; `xoxb-only-chat:write,users:read` has just those.
 * `xoxb-revoked…` was revoked, and `xoxb-inactive…` is of an account that was closed.
 */
export function scopesOf(token: string | undefined): readonly string[] {
  if (!token) throw new SlackError('not_authed');
  if (!/^xox[bp]-./.test(token)) throw new SlackError('invalid_auth');
  if (/^xox[bp]-revoked/.test(token)) throw new SlackError('token_revoked');
  if (/^xox[bp]-inactive/.test(token)) throw new SlackError('account_inactive');
  return limited.exec(token)?.groups?.scopes?.split(',') ?? allScopes;
}

export function demandScopes(provided: readonly string[], needed: readonly string[]): void {
  const missing = needed.filter((scope) => !provided.includes(scope));
  if (missing.length === 0) return;
  throw new SlackError('missing_scope', { needed: missing.join(','), provided: provided.join(',') });
}
