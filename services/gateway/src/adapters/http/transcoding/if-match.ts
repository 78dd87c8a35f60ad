import type { DescField } from '@bufbuild/protobuf';
import { AppError } from '@guildhall/kernel';
import type { Draft } from './read-message.ts';
import type { Said } from './said.ts';

/** `"7"`, as `ETag` has it, or `7`. */
const VERSION = /^(?:"(?<quoted>[1-9]\d{0,9})"|(?<bare>[1-9]\d{0,9}))$/;
const LARGEST = 2_147_483_647;

/**
 * Puts the version of `If-Match` into the request. `*` is any version, which says nothing. Throws `malformed` when the
 * header has none, or another one than the request states besides.
 */
export const ifMatchSetter =
  ({ localName }: DescField) =>
  (message: Draft, { ifMatch }: Pick<Said, 'ifMatch'>): void => {
    if (!isCondition(ifMatch)) return;
    const version = versionOf(ifMatch);
    if (version === undefined) throw malformed('If-Match must be one version, such as "7" or 7.');
    const stated = message[localName];
    if (stated && stated !== version) throw malformed('If-Match has another version than the rest of the request.');
    message[localName] = version;
  };

/** Whether the header asks for one version in particular. */
export const isCondition = (header: string | undefined): header is string =>
  header !== undefined && header.trim() !== '*';

function versionOf(header: string): number | undefined {
  const { quoted, bare } = VERSION.exec(header.trim())?.groups ?? {};
  const version = Number(quoted ?? bare);
  return version <= LARGEST ? version : undefined;
}

const malformed = (detail: string): AppError => new AppError('malformed', 'gateway.malformed_if_match', detail);
