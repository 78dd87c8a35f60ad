import { catalogueCommands } from './commands/catalogue.ts';
import { handshakeCommands } from './commands/handshake.ts';
import { readCommands } from './commands/reads.ts';
import { writeCommands } from './commands/writes.ts';
import { readEnvelope } from './envelope.ts';
import { CommandFailure, codes, failureDocument, toFailure } from './errors.ts';
import type { WireMessage } from './message.ts';
import type { Backend, Command } from './backend.ts';
import { type ClientId, namespaceOf, type Request } from './request.ts';

const commands = new Map<string, Command>(
  Object.entries({ ...handshakeCommands, ...readCommands, ...writeCommands, ...catalogueCommands }),
);

const run = (request: Request, backend: Backend): Buffer | Promise<Buffer> => {
  const command = commands.get(request.envelope.command.toLowerCase());
  if (!command) throw new CommandFailure(codes.commandNotFound, `no such command: '${request.envelope.command}'`);
  return command(request, backend);
};

/** Answers one message; every failure becomes an answer too. */
export const dispatch = async (message: WireMessage, client: ClientId, backend: Backend): Promise<Buffer> => {
  const { body, sequences } = message;
  let namespace = '';
  try {
    const request: Request = { client, envelope: readEnvelope(body), body, sequences };
    namespace = namespaceOf(request);
    return await run(request, backend);
  } catch (error) {
    return failureDocument(toFailure(error, namespace));
  }
};
