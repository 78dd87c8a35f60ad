/** What a person has to do because no program can. The id says what it is about, so that it is there once. */
export type Task = Readonly<{
  id: string;
  version: number;
  kind: TaskKind;
  /** The volunteer's own id; empty where it is about none. */
  volunteerId: string;
  /** The channel or account that it is about. */
  subject: string;
  detail: string;
  state: 'open' | 'done';
  /** It is done when the system shows it, whoever says so. */
  verified: boolean;
  createdAt: Date;
  doneAt?: Date;
  doneBy?: string;
}>;

export type TaskKind =
  | 'deactivate_account'
  | 'deactivated_account'
  | 'email_changed'
  | 'channel_broken'
  | 'grant'
  | 'revoke';
