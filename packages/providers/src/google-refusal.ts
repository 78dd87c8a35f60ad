import { accountRefused, httpFailure, noAnswer, nonsense } from './http-failure.ts';
import { about, type About, ProviderError } from './provider-error.ts';

/** What Google said of a call that it refused. */
type Said = Readonly<{ status: number; reason: string; message: string; retryAfter: string | undefined }>;

const LIMITED = [
  'dailyLimitExceeded',
  'quotaExceeded',
  'rateLimitExceeded',
  'sharingRateLimitExceeded',
  'userRateLimitExceeded',
];
/** Of our account and what it may do, whatever the call was about. */
const CONNECTION = [
  'accessNotConfigured',
  'accountDisabled',
  'authError',
  'domainAdminPolicy',
  'insufficientPermissions',
  'notAuthorized',
  'required',
];
const USER = [
  'cannotShareTeamDriveWithNonGoogleAccounts',
  'conditionNotMet',
  'cyclicMembershipsNotAllowed',
  'invalidMember',
  'invalidSharingRequest',
  'publishOutNotPermitted',
  'shareOutNotPermitted',
  'shareOutNotPermittedToUser',
  'teamDrivesSharingRestriction',
];
/** Said with the reason `forbidden`, which a single group or folder has too. */
const NOT_OURS = /\bnot authorized to access this resource\/api\b/i;
const WAIT_WHEN_NOT_TOLD = '5';

/** Google's answer within the error of its library; undefined when there was none. */
function saidBy(error: unknown): Said | undefined {
  const { response } = (error ?? {}) as Readonly<{ response?: unknown }>;
  const { status, headers, data } = (response ?? {}) as Readonly<{
    status?: unknown;
    headers?: unknown;
    data?: unknown;
  }>;
  if (typeof status !== 'number') return undefined;
  const { error: body } = (typeof data === 'object' && data !== null ? data : {}) as Readonly<{ error?: unknown }>;
  const { errors, message } = (typeof body === 'object' && body !== null ? body : {}) as Readonly<{
    errors?: unknown;
    message?: unknown;
  }>;
  const [first] = Array.isArray(errors) ? (errors as unknown[]) : [];
  const { reason } = (first ?? {}) as Readonly<{ reason?: unknown }>;
  return {
    status,
    reason: typeof reason === 'string' && /^\w{1,64}$/.test(reason) ? reason : '',
    message: typeof message === 'string' ? message : '',
    retryAfter: headerOf(headers, 'retry-after'),
  };
}

const headerOf = (headers: unknown, name: string): string | undefined => {
  const { get } = (headers ?? {}) as Readonly<{ get?: unknown }>;
  return typeof get === 'function' ? ((headers as Headers).get(name) ?? undefined) : undefined;
};

/** What a failed call of one of Google's interfaces means: its reason, what it is about, and whether it may pass. */
export function googleRefusal(error: unknown, method: string): ProviderError {
  if (error instanceof ProviderError) return about(error, error.about ?? 'call');
  const said = saidBy(error);
  if (!said) return about(noAnswer('Google', error), 'call');
  const { status, reason, retryAfter } = said;
  if (status === 429 || LIMITED.includes(reason)) {
    const limited = httpFailure(
      'Google',
      { status: 429, retryAfter: retryAfter ?? WAIT_WHEN_NOT_TOLD, code: reason },
      error,
    );
    return new ProviderError(limited.reason, { ...limited, code: 'ratelimited', about: 'call', cause: error });
  }
  if (status >= 500 || status === 408) {
    return about(httpFailure('Google', { status, retryAfter, code: reason }, error), 'call');
  }
  if (status < 400) return about(nonsense('Google', error), 'call');
  const what = aboutOf(said);
  const code = reason === '' ? String(status) : reason;
  if (what === 'connection') {
    const refused = accountRefused('Google', code, error);
    return new ProviderError(refused.reason, { ...refused, code, about: what, cause: error });
  }
  return new ProviderError(`Google refused ${method} (${status}, ${code}).`, {
    permanent: what !== 'call' || reason.startsWith('invalid'),
    code,
    about: what,
    cause: error,
  });
}

function aboutOf({ status, reason, message }: Said): About {
  if (status === 401 || CONNECTION.includes(reason) || NOT_OURS.test(message)) return 'connection';
  // Google names the part of the path that it found nothing at.
  if (/\bmemberKey\b/.test(message) || USER.includes(reason)) return 'user';
  if (status === 404 || status === 403) return 'channel';
  return 'call';
}
