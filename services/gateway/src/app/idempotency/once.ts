import { AppError, type Clock } from '@guildhall/kernel';
import type { KeyRecord, KeyRecords } from './records.ts';

/** What came of a request, and whether a repeat should be given the same. */
export type Outcome<Answer> = Readonly<{ answer: Answer; isFinal: boolean }>;

type Deps<Answer> = Readonly<{
  records: KeyRecords;
  clock: Clock;
  /** Milliseconds of real time. */
  realNow: () => number;
  seal: (answer: Answer, id: string) => Uint8Array;
  open: (sealed: Uint8Array, id: string) => Answer;
  report: (error: unknown) => void;
}>;

type Request<Answer> = Readonly<{
  /** Caller, key and route, hashed. */
  id: string;
  requestHash: string;
  run: () => Promise<Outcome<Answer>>;
}>;

export type Once<Answer> = (request: Request<Answer>) => Promise<Readonly<{ answer: Answer; isReplayed: boolean }>>;

const keptMs = 24 * 3_600_000;
// Longer than any request may take: a record that is still running then belongs to a gateway that died.
const leaseMs = 30_000;

/** Runs a request once per key and gives every repeat the first one's answer, for 24 hours and on every replica. */
export function once<Answer>(deps: Deps<Answer>): Once<Answer> {
  return async (request) => {
    const claim = await claimKey(deps, request);
    if ('answer' in claim) return { answer: deps.open(claim.answer, request.id), isReplayed: true };
    const outcome = await runReleasing(deps, request, claim.version);
    await settle(deps, request, claim, outcome);
    return { answer: outcome.answer, isReplayed: false };
  };
}

type Claim = Readonly<{ version: number; record: KeyRecord }>;

async function claimKey<Answer>(
  { records, clock, realNow }: Deps<Answer>,
  { id, requestHash }: Request<Answer>,
): Promise<Claim | Readonly<{ answer: Uint8Array }>> {
  const now = clock.now();
  const startedAtMs = realNow();
  const record: KeyRecord = {
    state: 'running',
    requestHash,
    startedAtMs,
    expiresAt: new Date(now.getTime() + keptMs),
  };
  if (await records.save(id, 1, record)) return { version: 1, record };
  const found = await records.find(id);
  if (found === undefined) throw inProgress();
  if (found.expiresAt > now) {
    if (found.requestHash !== requestHash) throw reused();
    if (found.answer) return { answer: found.answer };
    if (startedAtMs - found.startedAtMs < leaseMs) throw inProgress();
  }
  const version = found.version + 1;
  if (!(await records.save(id, version, record))) throw inProgress();
  return { version, record };
}

async function runReleasing<Answer>({ records }: Deps<Answer>, { id, run }: Request<Answer>, version: number) {
  try {
    return await run();
  } catch (error) {
    await records.remove(id, version);
    throw error;
  }
}

/** What happened has happened: when it cannot be noted, the caller still gets the answer. */
async function settle<Answer>(
  { records, seal, report }: Deps<Answer>,
  { id }: Request<Answer>,
  { version, record }: Claim,
  { answer, isFinal }: Outcome<Answer>,
): Promise<void> {
  try {
    if (isFinal) await records.save(id, version + 1, { ...record, state: 'done', answer: seal(answer, id) });
    else await records.remove(id, version);
  } catch (error) {
    report(error);
  }
}

const reused = (): AppError =>
  new AppError('invalid', 'gateway.idempotency_key_reused', 'This Idempotency-Key belongs to another request.');

const inProgress = (): AppError =>
  new AppError('conflict', 'gateway.idempotency_in_progress', 'The first request with this key is still running.', {
    retryAfterSeconds: 1,
  });
