import type { Clock } from '@guildhall/kernel';
import express, { type Request, type Response, Router } from 'express';
import { isOfCallbacks } from '../faults/fault.ts';
import type { FaultBoard } from '../faults/fault-board.ts';
import { strike } from '../faults/http-fault.ts';
import { allowOnly } from '../http/problem.ts';
import type { MessageStore } from '../messages/message-store.ts';
import { authenticate } from './account.ts';
import { newSms, type SmsStatus } from './sms.ts';
import { Progress } from './progress.ts';
import { callbacks, type Later } from './callbacks.ts';
import { readSmsRequest } from './sms-request.ts';
import { reportStatus } from './status-callback.ts';
import { fromStatus, problemOf, TwilioError } from './twilio-error.ts';

export type TwilioDeps = Readonly<{
  store: MessageStore;
  faults: FaultBoard;
  clock: Clock;
  report: (error: unknown) => void;
  later: Later;
  progress: Progress;
}>;

const PACE = { atOnce: 8, quietMs: 200, longestMs: 3_000 };

type Params = { account: string; message: string };

/** `/twilio/2010-04-01/Accounts`: Twilio's Messages resource. */
export function twilioRoutes(given: Omit<TwilioDeps, 'later' | 'progress'>): Router {
  const deps: TwilioDeps = { ...given, later: callbacks(PACE), progress: new Progress() };
  const routes = Router();
  const form = express.text({ type: () => true, limit: '64kb' });
  routes
    .route('/:account/Messages.json')
    .post(
      form,
      refusing((req: Request<Params>, res) => create(deps, req, res)),
    )
    .all(allowOnly('POST'));
  routes
    .route('/:account/Messages/:message.json')
    .get(refusing((req: Request<Params>, res) => fetchOne(deps, req, res)))
    .all(allowOnly('GET'));
  return routes;
}

async function create(
  { store, faults, clock, report, later, progress }: TwilioDeps,
  req: Request<Params>,
  res: Response,
): Promise<void> {
  const form = Object.fromEntries(new URLSearchParams(typeof req.body === 'string' ? req.body : ''));
  const struck = faults.take('twilio', [req.originalUrl, form.To ?? '']);
  if (await strike(struck, res, (_res, { status }) => send(res, fromStatus(status)))) return;

  const account = authenticate(req.get('authorization'), req.params.account);
  const request = readSmsRequest(form);
  const sms = newSms(account.sid, request, clock.now());
  await store.record({ channel: 'sms', to: request.to, text: request.body, raw: { request: form, ...sms } });
  res.status(201).json(sms);
  const fault = faults.take('twilio', [req.originalUrl, request.to], isOfCallbacks);
  const onStep = (status: SmsStatus): void => progress.set(sms.sid, status);
  const settle = (): void => onStep(fault?.effect === 'undelivered' ? 'undelivered' : 'delivered');
  const { statusCallback } = request;
  if (!statusCallback) return settle();
  onStep('queued');
  // However it was told, and whether or not anybody listened, this is what became of it.
  later(() => reportStatus(statusCallback, account, sms, { fault, onStep }).catch(report).finally(settle));
}

/** A message is delivered at once, unless its sender wants to be told of each step: then it takes those. */
function fetchOne({ store, progress }: TwilioDeps, req: Request<Params>, res: Response): void {
  authenticate(req.get('authorization'), req.params.account);
  const found = store.list('sms').find(({ raw }) => raw.sid === req.params.message);
  if (!found) throw new TwilioError(404, 20404, 'The requested resource was not found');
  const { request: _sent, ...sms } = found.raw;
  const status = progress.of(req.params.message);
  const failed = status === 'undelivered' && { error_code: 30_003, error_message: 'Unreachable destination handset' };
  res.json({ ...sms, status, ...failed, date_sent: status === 'queued' ? null : sms.date_created });
}

const refusing =
  (answer: (req: Request<Params>, res: Response) => Promise<void> | void) =>
  async (req: Request<Params>, res: Response): Promise<void> => {
    try {
      await answer(req, res);
    } catch (error) {
      if (!(error instanceof TwilioError)) throw error;
      send(res, error);
    }
  };

const send = (res: Response, error: TwilioError): void => {
  res.status(error.status).json(problemOf(error));
};
