/** A refusal as Google's APIs word it. */
export class FcmError extends Error {
  override readonly name = 'FcmError';
  readonly code: number;
  readonly status: string;
  readonly errorCode: string | undefined;

  constructor(code: number, status: string, message: string, errorCode?: string) {
    super(message);
    this.code = code;
    this.status = status;
    this.errorCode = errorCode;
  }
}

const type = 'type.googleapis.com/google.firebase.fcm.v1.FcmError';

export const answerOf = ({ code, status, message, errorCode }: FcmError) => ({
  error: { code, message, status, ...(errorCode && { details: [{ '@type': type, errorCode }] }) },
});

const known: Readonly<Record<number, readonly [status: string, errorCode: string]>> = {
  401: ['UNAUTHENTICATED', 'THIRD_PARTY_AUTH_ERROR'],
  403: ['PERMISSION_DENIED', 'SENDER_ID_MISMATCH'],
  404: ['NOT_FOUND', 'UNREGISTERED'],
  429: ['RESOURCE_EXHAUSTED', 'QUOTA_EXCEEDED'],
  503: ['UNAVAILABLE', 'UNAVAILABLE'],
};

/** What FCM says for a plain HTTP status. */
export function fromStatus(code: number): FcmError {
  const [status, errorCode] = known[code] ?? ['INTERNAL', 'INTERNAL'];
  return new FcmError(code, status, 'The sandbox was told to fail.', errorCode);
}
