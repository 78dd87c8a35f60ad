import { randomBytes } from 'node:crypto';
import type { Clock } from '@guildhall/kernel';
import type { ServiceName, ServiceUser } from './service-user.ts';

/** What somebody agreed to, until the code for it is used. */
export type Grant = Readonly<{
  service: ServiceName;
  user: ServiceUser;
  clientId: string;
  redirectUri: string;
  scope: string;
  nonce: string;
  challenge: string;
}>;

type Kept<Value> = Readonly<{ value: Value; endsAt: number }>;

const most = 10_000;
const [codeLifeMs, tokenLifeMs] = [5 * 60_000, 60 * 60_000];

/** Codes, each good once and for minutes, and the access tokens they were exchanged for. */
export class Grants {
  readonly #clock: Clock;
  readonly #codes = new Map<string, Kept<Grant>>();
  readonly #tokens = new Map<string, Kept<ServiceUser>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  codeFor(grant: Grant): string {
    return this.#keep(this.#codes, grant, codeLifeMs);
  }

  /** What the code stands for; from now on it stands for nothing. */
  redeem(code: string): Grant | undefined {
    const grant = this.#find(this.#codes, code);
    this.#codes.delete(code);
    return grant;
  }

  tokenFor(user: ServiceUser): string {
    return this.#keep(this.#tokens, user, tokenLifeMs);
  }

  bearerOf(token: string): ServiceUser | undefined {
    return this.#find(this.#tokens, token);
  }

  #keep<Value>(kept: Map<string, Kept<Value>>, value: Value, lifeMs: number): string {
    const name = randomBytes(24).toString('base64url');
    kept.set(name, { value, endsAt: this.#now() + lifeMs });
    const oldest = kept.keys().next();
    if (kept.size > most && !oldest.done) kept.delete(oldest.value);
    return name;
  }

  #find<Value>(kept: ReadonlyMap<string, Kept<Value>>, name: string): Value | undefined {
    const found = kept.get(name);
    return found && found.endsAt > this.#now() ? found.value : undefined;
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
