import type { DescMethod, Message } from '@bufbuild/protobuf';
import { restFieldsOf } from '@guildhall/contracts';
import { type HttpBody, HttpBodySchema } from '@guildhall/contracts/google/api/httpbody';
import { type Session, SessionSchema } from '@guildhall/contracts/guildhall/v1/session';
import { messageWriter } from './write-message.ts';

/** An answer on its way to HTTP. */
export type Output = Readonly<{
  body: string | Buffer;
  contentType: string;
  /** A session that began with this answer: it leaves as a cookie. */
  session: Session | undefined;
  /** True for a file, a page or anything else that is not ours to describe. */
  isRaw: boolean;
  /** Taken, but not carried out yet. */
  isAccepted: boolean;
  /** The version of what is answered. */
  etag: string | undefined;
}>;

/** Compiles the writing of a method's answers. */
export function outputWriter(method: DescMethod): (message: Message) => Output {
  if (method.output.typeName === HttpBodySchema.typeName) return writeRaw;
  const write = messageWriter(method.output);
  const sessionField = method.output.fields.find(({ message }) => message?.typeName === SessionSchema.typeName);
  const fileField = method.output.fields.find(({ message }) => message?.typeName === HttpBodySchema.typeName);
  const fieldsOf = restWriter(method);
  return (message) => {
    // An answer that has a file is this file.
    const file = fileField && (message as Message & Record<string, HttpBody | undefined>)[fileField.localName];
    if (file) return writeRaw(file);
    return {
      body: JSON.stringify(write(message)),
      contentType: 'application/json; charset=utf-8',
      session: sessionField && (message as Message & Record<string, Session | undefined>)[sessionField.localName],
      isRaw: false,
      ...fieldsOf(message),
    };
  };
}

function restWriter(method: DescMethod): (message: Message) => Pick<Output, 'isAccepted' | 'etag'> {
  const { acceptedWhen, etag } = restFieldsOf(method);
  return (message) => {
    const answer = message as Message & Record<string, unknown>;
    // The first version is 1: 0 is what has none.
    const version = etag && answer[etag.localName];
    return {
      isAccepted: acceptedWhen !== undefined && answer[acceptedWhen.localName] === true,
      etag: typeof version === 'number' && version > 0 ? `"${version}"` : undefined,
    };
  };
}

function writeRaw(message: Message): Output {
  const { contentType, data } = message as HttpBody;
  const body = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  // A header made of whatever a service says must still be one header.
  const safe = /^[\x21-\x7e]+(; ?[\x21-\x7e]+)*$/.test(contentType) ? contentType : 'application/octet-stream';
  return { body, contentType: safe, session: undefined, isRaw: true, isAccepted: false, etag: undefined };
}
