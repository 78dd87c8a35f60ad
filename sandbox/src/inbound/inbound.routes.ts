import { randomBytes } from 'node:crypto';
import { AppError } from '@guildhall/kernel';
import { Router } from 'express';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { allowOnly } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import type { Gateway, Told } from './gateway.ts';

const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a phone number in E.164, such as +447700900123');

const Text = z.strictObject({
  from: phone,
  /** The platform's number. */
  to: z.string().min(1).max(20).default('+15005550006'),
  body: z.string().max(1_600),
});

const Command = z.strictObject({
  command: z.string().regex(/^\/[\w-]{1,63}$/, 'must be a slash and a word, such as /whosin'),
  text: z.string().max(3_000).default(''),
  user: z.string().min(1).max(64).default('U0SANDBOX'),
  channel: z.string().min(1).max(64).default('C0SANDBOX'),
});

const account = `AC${'0'.repeat(32)}`;

/** `/sandbox/sms` and `/sandbox/slack-commands`: what people do at the vendors, told to the platform as they tell it. */
export function inboundRoutes(gateway: Gateway): Router {
  const routes = Router();
  routes
    .route('/sms')
    .post(jsonBody, async (req, res) => {
      const { from, to, body } = valid(Text, req.body, 'invalid', 'sandbox.invalid_text');
      const sid = `SM${randomBytes(16).toString('hex')}`;
      const common = { AccountSid: account, ApiVersion: '2010-04-01', NumMedia: '0', NumSegments: '1' };
      const fields = { ...common, MessageSid: sid, SmsSid: sid, From: from, To: to, Body: body };
      taken(await gateway.twilio('/api/webhooks/twilio/messages', fields));
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
  return routes;
}

function taken(told: Told): Told {
  if (told.status < 300) return told;
  throw new AppError('unavailable', 'sandbox.platform_refused', `The platform answered ${told.status}.`);
}
