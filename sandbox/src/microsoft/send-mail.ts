import { complaints, loadContract } from '../http/contract.ts';
import { OAuthError } from '../oauth/oauth-error.ts';

/** What `sendMail` may be given, as far as it is read here; the contract has checked the rest. */
type Address = Readonly<{ emailAddress?: Readonly<{ address?: string | null; name?: string | null }> | null }>;
type Named = Readonly<{ name?: string | null; value?: string | null }>;
type Attachment = Readonly<{ name?: string | null; contentType?: string | null; contentBytes?: string | null }>;
export type GraphMessage = Readonly<{
  subject?: string | null;
  body?: Readonly<{ contentType?: string | null; content?: string | null }> | null;
  toRecipients?: readonly Address[];
  ccRecipients?: readonly Address[];
  bccRecipients?: readonly Address[];
  replyTo?: readonly Address[];
  internetMessageHeaders?: readonly Named[];
  singleValueExtendedProperties?: readonly Readonly<{ id?: string; value?: string | null }>[];
  attachments?: readonly Attachment[];
}>;

const check = loadContract('msgraph', 'json').check([
  'paths',
  '/users/{user-id}/sendMail',
  'post',
  'requestBody',
  'content',
  'application/json',
  'schema',
]);

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;
const INTERNET_HEADER = /^String \{00020386-0000-0000-C000-000000000046\} Name [\w-]+$/i;
const MOST_HEADERS = 5;

const refuse = (code: string, message: string): OAuthError => new OAuthError(400, code, message);

/** The message of a request, or Graph's own refusal of it. */
export function readSendMail(body: unknown): GraphMessage {
  if (!check(body)) throw refuse('RequestBodyRead', complaints(check).join('; '));
  const { message } = body as Readonly<{ message: GraphMessage }>;
  const headers = message.internetMessageHeaders ?? [];
  if (headers.length > MOST_HEADERS) throw refuse('InvalidInternetMessageHeaderCollection', 'Too many headers.');
  const foreign = headers.find(({ name }) => !/^x-/i.test(name ?? ''));
  if (foreign) throw refuse('InvalidInternetMessageHeader', "The header's name should start with 'x-' or 'X-'.");
  const property = (message.singleValueExtendedProperties ?? []).find(({ id }) => !INTERNET_HEADER.test(id ?? ''));
  if (property) throw refuse('ErrorInvalidProperty', 'The id of an extended property is not valid.');
  const recipients = recipientsOf(message);
  if (recipients.length === 0 || !recipients.every((one) => ADDRESS.test(one))) {
    throw refuse('ErrorInvalidRecipients', 'At least one recipient is not valid.');
  }
  return message;
}

/** Everybody it goes to. */
export const recipientsOf = ({ toRecipients = [], ccRecipients = [], bccRecipients = [] }: GraphMessage): string[] =>
  [...toRecipients, ...ccRecipients, ...bccRecipients].map(({ emailAddress }) => emailAddress?.address ?? '');
