import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../faults/fault.ts';
import type { FaultBoard } from '../faults/fault-board.ts';

/** A reply that refuses: 4xx asks for a later try, 5xx is final. */
export class SmtpRefusal extends Error {
  override readonly name = 'SmtpRefusal';
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

type Stage = 'rcpt' | 'data';

/**
 * Lets a fault strike a stage of the conversation: refuses by throwing, drops the connection, or waits.
 * Unless a fault says where, refusals come at RCPT and everything else at DATA.
 */
export async function strikeSmtp(
  board: FaultBoard,
  stage: Stage,
  recipients: readonly string[],
  drop: () => void,
): Promise<Fault | undefined> {
  const fault = board.take('smtp', recipients, (one) => (one.stage ?? usualStage(one)) === stage);
  if (!fault) return undefined;
  if (fault.delayMs !== undefined) await delay(fault.delayMs);
  if (fault.effect === 'reset') {
    drop();
    throw new SmtpRefusal(421, 'The connection is dropped');
  }
  if (fault.status !== undefined && fault.effect !== 'duplicate') {
    throw new SmtpRefusal(fault.status, fault.status < 500 ? 'Try again later' : 'Not taken');
  }
  return fault;
}

const usualStage = ({ status, effect }: Fault): Stage =>
  status !== undefined && (effect === undefined || effect === 'status') ? 'rcpt' : 'data';
