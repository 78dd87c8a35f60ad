import { deserialize, type Document, serialize } from 'bson';
import type { Row } from './postgres/protocol.ts';

/** The BSON of a reply made here. */
export const reply = (document: Document): Buffer => Buffer.from(serialize(document));

export const OK = reply({ ok: 1 });

/** A command decoded, for the few that the gateway has to understand. */
export const decode = (body: Buffer): Document => deserialize(body, { promoteLongs: false, promoteBuffers: false });

/** The first column, which the statement is known to return. */
export const firstColumn = (row: Row | undefined): Buffer => {
  const value = row?.[0];
  if (!value) throw new Error('the extension returned nothing');
  return value;
};
