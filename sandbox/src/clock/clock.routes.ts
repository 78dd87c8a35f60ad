import { type Response, Router } from 'express';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { allowOnly } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import type { SandboxClock } from './sandbox-clock.ts';

// Slack's message numbers have ten digits of seconds.
const earliest = Date.parse('2002-01-01T00:00:00Z');
const latest = Date.parse('2200-01-01T00:00:00Z');
const tenYears = 10 * 366 * 86_400;

const Moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((date) => date.getTime() >= earliest && date.getTime() < latest, 'The year must be from 2002 to 2199.');

const Move = z
  .strictObject({
    now: Moment.optional(),
    advanceSeconds: z.number().min(-tenYears).max(tenYears).optional(),
  })
  .refine(({ now, advanceSeconds }) => (now === undefined) !== (advanceSeconds === undefined), {
    path: ['now'],
    message: 'Give either now or advanceSeconds.',
  });

/** Makes a new offset last and known to every process; resolves when those that listen follow. */
export type ClockMoved = (offsetMs: number) => Promise<void>;

/** `/sandbox/clock`: reads and moves the time of the whole platform. */
export function clockRoutes(clock: SandboxClock, moved: ClockMoved): Router {
  const answer = (res: Response) => res.json({ now: clock.now().toISOString(), offsetSeconds: clock.offsetMs / 1_000 });
  const routes = Router();
  routes
    .route('/')
    .get((_req, res) => {
      answer(res);
    })
    .put(jsonBody, async (req, res) => {
      const { now, advanceSeconds } = valid(Move, req.body, 'invalid', 'sandbox.invalid_clock');
      if (now) clock.setTo(now);
      else clock.advance(advanceSeconds ?? 0);
      await moved(clock.offsetMs);
      answer(res);
    })
    .delete(async (_req, res) => {
      clock.reset();
      await moved(0);
      answer(res);
    })
    .all(allowOnly('GET', 'PUT', 'DELETE'));
  return routes;
}
