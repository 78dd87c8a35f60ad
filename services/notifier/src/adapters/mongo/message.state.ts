import type { Message } from '../../domain/message.ts';

/** A message as it is stored. */
export type MessageState = Omit<Message, 'id' | 'version' | 'variables' | 'sealed'> &
  Readonly<{
    // Pairs, for the name of a variable may hold characters that mean something in the name of a field.
    variables: readonly (readonly [name: string, value: string])[];
    /** Base64. */
    sealed?: string;
  }>;

export const toState = ({ id: _id, version: _version, ...message }: Message): MessageState => {
  const { variables, sealed, ...state } = message;
  return {
    ...state,
    variables: Object.entries(variables),
    ...(sealed && { sealed: Buffer.from(sealed).toString('base64') }),
  };
};

type Document = Readonly<{ id: string; version: number; state: MessageState }>;

export const toMessage = ({ id, version, state }: Document): Message => {
  const { variables, sealed, ...rest } = state;
  return {
    ...rest,
    id,
    version,
    variables: Object.fromEntries(variables),
    ...(sealed && { sealed: Buffer.from(sealed, 'base64') }),
  };
};
