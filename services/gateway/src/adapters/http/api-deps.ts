import type { Message } from '@bufbuild/protobuf';
import type { Person } from '@guildhall/contracts/identity/v1/service';
import type { Caller } from '@guildhall/messaging';
import type { CredentialCache } from '../../app/credentials/credential-cache.ts';
import type { Holder } from '../../app/credentials/credential.ts';
import type { Once } from '../../app/idempotency/once.ts';
import type { Limiter } from '../../app/limits/limiter.ts';
import type { CredentialOf } from './credential-of.ts';
import type { Csrf } from './csrf.ts';
import type { KeptAnswer } from './idempotency-key.ts';
import type { SessionCookie } from './session-cookie.ts';

/** Who asks, for methods that the gateway answers by itself. */
export type Asking = Readonly<{ holder: Holder<Person> | undefined; csrfToken: string }>;

/** A method that the gateway answers without any service. */
export type LocalMethod = (request: Message, asking: Asking) => Message;

export type ApiDeps = Readonly<{
  publicUrl: string;
  call: Caller;
  callTimeoutMs: number;
  /** By `<service>/<method>`. */
  local: ReadonlyMap<string, LocalMethod>;
  credentialOf: CredentialOf;
  credentials: CredentialCache<Person>;
  cookie: SessionCookie;
  csrf: Csrf;
  limiter: Limiter;
  once: Once<KeptAnswer>;
}>;
