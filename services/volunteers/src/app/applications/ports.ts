import type { Application, ApplicationState } from '../../domain/application.ts';
import type { Audited } from '../../domain/audit.ts';
import type { Letter } from '../../domain/letter.ts';

export interface Applications {
  find(id: string): Promise<Application | undefined>;
  /** The one of this address that is not decided. */
  openFor(email: string): Promise<Application | undefined>;
  /** The longest waiting first; at any of these places, or at any at all when absent. */
  list(
    states: readonly ApplicationState[],
    locationIds: readonly string[] | undefined,
  ): Promise<readonly Application[]>;
  /** Throws `stale` when somebody was faster, be it with another application of the same address. */
  save(application: Application, said: readonly (Audited | Letter)[]): Promise<void>;
  remove(application: Application): Promise<void>;
}

/** What the link in the mail carries. */
export interface ApplicationTokens {
  seal(proof: Proof): string;
  /** Nothing when it is not one of ours. */
  open(token: string): Proof | undefined;
}

export type Proof = Readonly<{ id: string; nonce: string }>;
