/** Mails about an account. Each names a template of the notifier. */
export type MailTemplate =
  | 'sign-up-confirm'
  | 'sign-up-exists'
  | 'password-reset'
  | 'password-changed'
  | 'service-confirm'
  | 'service-linked';

/** A mail to be sent once per `key`. */
export type MailWanted = Readonly<{
  type: 'mail-wanted';
  template: MailTemplate;
  to: string;
  key: string;
  /** Goes into the link, and nowhere else in the clear. */
  token?: string;
  /** After this the mail has nothing to say any more. */
  expiresAt?: Date;
  /** Whose account it is about, in words: "Microsoft". */
  service?: string;
  at: Date;
}>;

const hourMs = 3_600_000;
const mostAnHour = 3;

/** Those of the last hour. */
export const recentMails = (sentAt: readonly Date[], now: Date): readonly Date[] =>
  sentAt.filter((at) => at.getTime() > now.getTime() - hourMs);

/** When the next mail may leave; undefined when one may now. */
export function nextMailAt(sentAt: readonly Date[], now: Date): Date | undefined {
  const recent = recentMails(sentAt, now).toSorted((a, b) => a.getTime() - b.getTime());
  const first = recent[recent.length - mostAnHour];
  return first && new Date(first.getTime() + hourMs);
}

/** When none of them counts any more. */
export const mailsForgottenAt = (sentAt: readonly Date[]): Date =>
  new Date(Math.max(0, ...sentAt.map(Number)) + hourMs);
