import type { MessageInitShape } from '@bufbuild/protobuf';
import { encodeVariables, type Filled } from '@guildhall/contracts';
import type { SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { type Envelope, sendCommand } from './envelope.ts';
import type { Sealer } from './sealing.ts';

type Command = MessageInitShape<typeof SendMessageSchema>;

/** A command to the notifier whose variables are typed by its template. */
export type TemplateMessage = Omit<Command, '$typeName' | '$unknown' | 'template' | 'variables' | 'sealedVariables'> &
  Readonly<{ idempotencyKey: string }> &
  Filled;

/**
 * Asks the notifier for one message, as `sendCommand` does, with the variables that its template declares; those that must
 * not be readable at rest are sealed. Throws where such a one is given and `sealing` is not.
 */
export function sendTemplate(at: Date, message: TemplateMessage, sealing?: Pick<Sealer, 'seal'>): Envelope {
  const { template, variables: _typed, ...rest } = message;
  const { open, sealed } = encodeVariables(message);
  const isSealed = Object.keys(sealed).length > 0;
  if (isSealed && !sealing) throw new Error(`the template ${template} takes sealed variables`);
  return sendCommand(at, {
    ...rest,
    template,
    variables: open,
    ...(isSealed && sealing && { sealedVariables: sealing.seal(sealed, message.idempotencyKey) }),
  });
}
