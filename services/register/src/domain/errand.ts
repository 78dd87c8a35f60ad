/** Where a message goes: to a person by the contact they prefer, or to an address. */
export type Recipient =
  | Readonly<{ personId: string }>
  | Readonly<{ email: string }>
  | Readonly<{ slackChannel: string }>;

/** A message that the notifier is asked to send; one per key, however often it is asked for. */
export type Errand = Readonly<{
  type: 'errand';
  key: string;
  to: Recipient;
  category: 'reminder' | 'presence';
  template: string;
  variables: Readonly<Record<string, string>>;
  at: Date;
  /** From here on it is not sent any more. */
  expiresAt: Date;
  /** Comes back with what became of it. */
  reference: string;
}>;
