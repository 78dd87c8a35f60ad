import { type Dispatcher, request } from 'undici';
import type { Calls } from './calls.ts';
import { httpFailure } from './http-failure.ts';
import { about, ProviderError } from './provider-error.ts';
import type { SlackWorkspace } from './slack-membership.ts';

const URL_OF_SLACK = 'https://api.slack.com/scim/v2/';

type Parts = Readonly<{
  guard: Calls;
  token: string | undefined | (() => Promise<string | undefined>);
  scimUrl: string | undefined;
  dispatcher: Dispatcher;
}>;

/** Deactivates accounts by SCIM 2.0 (RFC 7644 3.6), where there is a token for it. */
export const scim =
  ({ guard, token: given, scimUrl = URL_OF_SLACK, dispatcher }: Parts): SlackWorkspace['deactivate'] =>
  async (userId) => {
    const token = typeof given === 'function' ? await given() : given;
    if (!token) return 'unavailable';
    const address = `${scimUrl.replace(/\/+$/, '')}/Users/${encodeURIComponent(userId)}`;
    await guard.run(
      'scim.users.delete',
      async (signal) => {
        const headers = { authorization: `Bearer ${token}`, accept: 'application/scim+json' };
        const answer = await request(address, { method: 'DELETE', headers, signal, dispatcher });
        await answer.body.dump();
        if (answer.statusCode >= 200 && answer.statusCode < 300) return;
        throw refusal(answer.statusCode, answer.headers['retry-after']?.toString());
      },
      // A circuit of its own: without SCIM everything else goes on.
      { account: `scim ${token}` },
    );
    return 'deactivated';
  };

function refusal(status: number, retryAfter: string | undefined): ProviderError {
  if (status === 404) {
    return new ProviderError('Slack knows no such user (404).', {
      permanent: true,
      code: 'user_not_found',
      about: 'user',
    });
  }
  const failure = httpFailure('Slack SCIM', { status, retryAfter });
  return about(failure, failure.account ? 'connection' : 'call');
}
