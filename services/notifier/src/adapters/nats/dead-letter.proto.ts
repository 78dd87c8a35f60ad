import { type DescMessage, fromBinary, type MessageInitShape, toJson } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { DeadLetterDetailSchema } from '@guildhall/contracts/notifier/v1/knowing';
import type { DeadLetterSchema } from '@guildhall/contracts/notifier/v1/service';
import type { DeadLetter, DeadLetterContent } from '@guildhall/messaging';
import { type Contract, maskedPayload } from '../../domain/knowing/masked-payload.ts';
import { messageTypeOf } from './message-types.ts';

export const letterToProto = (letter: DeadLetter): MessageInitShape<typeof DeadLetterSchema> => ({
  id: letter.id,
  durable: letter.durable,
  subject: letter.subject,
  attempts: letter.attempts,
  reason: letter.code,
  at: timestampFromDate(letter.at),
});

export function detailToProto({
  letter,
  headers,
  data,
}: DeadLetterContent): MessageInitShape<typeof DeadLetterDetailSchema> {
  const payload = payloadOf(letter.subject, data);
  return {
    letter: letterToProto(letter),
    messageId: letter.messageId,
    headers: { ...headers },
    sizeBytes: data.length,
    ...(payload && { payload }),
  };
}

function payloadOf(subject: string, data: Uint8Array): string | undefined {
  const type = messageTypeOf(subject);
  if (!type) return undefined;
  try {
    return JSON.stringify(maskedPayload(toJson(type, fromBinary(type, data)), contractOf(type)), undefined, 2);
  } catch {
    // It may be dead because nobody can read it.
    return undefined;
  }
}

function contractOf({ fields }: DescMessage): Contract {
  const words = fields.flatMap((field) => field.enum?.values.map(({ name }) => name) ?? []);
  const maps = fields.flatMap(({ fieldKind, jsonName }) => (fieldKind === 'map' ? [jsonName] : []));
  return { words: new Set(words), maps: new Set(maps) };
}
