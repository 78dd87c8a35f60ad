export type MailAttachment = Readonly<{ name: string; contentType: string; content: Uint8Array }>;

export type Mail = Readonly<{
  to: string;
  subject: string;
  html: string;
  text: string;
  attachments?: readonly MailAttachment[];
  /** The address that replies go to; the sender's own when absent. */
  replyTo?: string;
  /** Further headers: ASCII, one line each, such as `List-Unsubscribe`. */
  headers?: Readonly<Record<string, string>>;
}>;
