import { randomBytes } from 'node:crypto';
import { AppError, type Clock } from '@guildhall/kernel';
import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { allowOnly } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { type EventSender, eventOf } from '../slack/event-sender.ts';
import type { Gateway, Told } from './gateway.ts';

const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a phone number in E.164, such as +447700900123');

const Text = z.strictObject({
  from: phone,
  /** The platform's number. */
  to: z.string().min(1).max(20).default('+15005550006'),
  body: z.string().max(1_600),
  /** How it is told: as a form, or as JSON with `bodySHA256`. */
  as: z.enum(['form', 'json']).default('form'),
  /** Vendors sometimes tell the same thing again. */
  copies: z.int().min(1).max(5).default(1),
});

const Command = z.strictObject({
  command: z.string().regex(/^\/[\w-]{1,63}$/, 'must be a slash and a word, such as /whosin'),
  text: z.string().max(3_000).default(''),
  user: z.string().min(1).max(64).default('U0SANDBOX'),
  channel: z.string().min(1).max(64).default('C0SANDBOX'),
});

const Event = z.strictObject({
  event: z.looseObject({ type: z.string().min(1).max(80) }),
  path: z
    .string()
    .regex(/^\/[\w/.-]*$/, 'must be a path')
    .max(200)
    .default('/api/webhooks/slack/events'),
  copies: z.int().min(1).max(5).default(1),
});

const account = `AC${'0'.repeat(32)}`;

type Deps = Readonly<{ gateway: Gateway; clock: Clock; events: EventSender }>;

/** `/sandbox/sms`, `/sandbox/slack-commands` and `/sandbox/slack-events`: what people do at the vendors, told to the platform as they tell it. */
export function inboundRoutes({ gateway, clock, events }: Deps): Router {
  const routes = Router();
  routes
    .route('/sms')
    .post(jsonBody, async (req, res) => {
      const { from, to, body, as, copies } = valid(Text, req.body, 'invalid', 'sandbox.invalid_text');
      const sid = `SM${randomBytes(16).toString('hex')}`;
      const common = { AccountSid: account, ApiVersion: '2010-04-01', NumMedia: '0', NumSegments: '1' };
      const fields = { ...common, MessageSid: sid, SmsSid: sid, From: from, To: to, Body: body };
      taken(await gateway.twilio('/api/webhooks/twilio/messages', fields, as));
      // Of a copy, the first one tells what became of it.
      for (let copy = 1; copy < copies; copy += 1) await gateway.twilio('/api/webhooks/twilio/messages', fields, as);
      res.status(202).json({ sid });
    })
    .all(allowOnly('POST'));
  routes
    .route('/slack-commands')
    .post(jsonBody, async (req, res) => {
      const typed = valid(Command, req.body, 'invalid', 'sandbox.invalid_command');
      const fields = {
        command: typed.command,
        text: typed.text,
        user_id: typed.user,
        channel_id: typed.channel,
        team_id: 'T0SANDBOX',
        trigger_id: `${Date.now()}.${randomBytes(4).toString('hex')}`,
      };
      const { text } = taken(await gateway.slack('/api/webhooks/slack/commands', fields));
      res.type('application/json').send(text || '{}');
    })
    .all(allowOnly('POST'));
  routes
    .route('/slack-events')
    .get((_req, res) => void res.json({ events: events.tellings() }))
    .post(jsonBody, tellEvent(gateway, clock))
    .all(allowOnly('GET', 'POST'));
  return routes;
}

const tellEvent =
  (gateway: Gateway, clock: Clock): RequestHandler =>
  async (req, res) => {
    const { event, path, copies } = valid(Event, req.body, 'invalid', 'sandbox.invalid_event');
    const envelope = eventOf(event, clock.now());
    taken(await gateway.slackEvent(path, envelope, 0));
    for (let copy = 1; copy < copies; copy += 1) await gateway.slackEvent(path, envelope, copy);
    res.status(202).json({ eventId: envelope.event_id });
  };

function taken(told: Told): Told {
  if (told.status < 300) return told;
  throw new AppError('unavailable', 'sandbox.platform_refused', `The platform answered ${told.status}.`);
}
