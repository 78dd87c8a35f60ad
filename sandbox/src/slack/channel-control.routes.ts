import { AppError } from '@guildhall/kernel';
import { Router } from 'express';
import { z } from 'zod';
import { allowOnly } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { archived, deleted, joinedBy, leftBy, made, renamed, unarchived } from './changes.ts';
import { ChannelName, channelOf, type ControlDeps, largeBody, most, personOf, quietly } from './controls.ts';
import { bot } from './workspace.ts';

const Channel = z.strictObject({
  name: ChannelName,
  isPrivate: z.boolean().default(false),
  /** Whether our app is a member. */
  hasBot: z.boolean().default(true),
});
const Channels = z.strictObject({ channels: z.array(Channel).min(1).max(most), quiet: z.boolean().default(false) });
const Change = z.strictObject({ name: ChannelName.optional(), isArchived: z.boolean().optional() });
const Members = z.strictObject({
  users: z.array(z.string().min(1)).min(1).max(most),
  quiet: z.boolean().default(false),
});

/** `/sandbox/slack/channels`: channels as somebody at Slack would make and change them, and who is in them. */
export function channelControls(deps: ControlDeps): Router {
  const routes = Router();
  routes
    .route('/')
    .get((_req, res) => {
      res.json({ channels: deps.workspace.channels() });
    })
    .post(largeBody, (req, res) => {
      const isList = typeof req.body === 'object' && req.body !== null && 'channels' in req.body;
      const body: unknown = isList ? req.body : { channels: [req.body] };
      const { channels, quiet } = valid(Channels, body, 'invalid', 'sandbox.invalid_channel');
      for (const { name } of channels) assertFree(deps, name);
      const all = channels.map((channel) => newChannel(quietly(deps, quiet), channel));
      res.status(201).json(isList ? { channels: all } : all[0]);
    })
    .all(allowOnly('GET', 'POST'));
  routes
    .route('/:channel')
    .get((req, res) => {
      res.json(channelOf(deps, req.params.channel));
    })
    .patch(largeBody, (req, res) => {
      const { id } = channelOf(deps, req.params.channel);
      change(deps, id, valid(Change, req.body, 'invalid', 'sandbox.invalid_channel'));
      res.json(channelOf(deps, id));
    })
    .delete((req, res) => {
      deleted(deps, channelOf(deps, req.params.channel));
      res.status(204).end();
    })
    .all(allowOnly('GET', 'PATCH', 'DELETE'));
  routes.use('/:channel/members', memberControls(deps));
  return routes;
}

function change(deps: ControlDeps, id: string, { name, isArchived }: z.output<typeof Change>): void {
  const before = channelOf(deps, id);
  if (name !== undefined && name !== before.name) {
    assertFree(deps, name);
    renamed(deps, before, name);
  }
  if (isArchived === undefined || isArchived === before.isArchived) return;
  (isArchived ? archived : unarchived)(deps, channelOf(deps, id));
}

/** Who is in one channel. */
function memberControls(deps: ControlDeps): Router {
  const routes = Router({ mergeParams: true });
  const channelIn = (params: unknown) => channelOf(deps, (params as Readonly<{ channel: string }>).channel);
  routes
    .route('/')
    .get((req, res) => {
      const channel = channelIn(req.params);
      const members = deps.workspace.members().filter(({ id }) => deps.workspace.isIn(channel, id));
      res.json({ members, hasBot: deps.workspace.isIn(channel, bot.userId) });
    })
    .post(largeBody, (req, res) => {
      const { users, quiet } = valid(Members, req.body, 'invalid', 'sandbox.invalid_member');
      const channel = channelIn(req.params);
      for (const who of users.map((one) => personOf(deps, one))) putIn(quietly(deps, quiet), channel, who);
      res.status(204).end();
    })
    .all(allowOnly('GET', 'POST'));
  routes
    .route('/:user')
    .put((req, res) => {
      putIn(deps, channelIn(req.params), personOf(deps, req.params.user));
      res.status(204).end();
    })
    .delete((req, res) => {
      const [channel, who] = [channelIn(req.params), personOf(deps, req.params.user)];
      if (deps.workspace.isIn(channel, who)) leftBy(deps, channel, who);
      res.status(204).end();
    })
    .all(allowOnly('PUT', 'DELETE'));
  return routes;
}

function putIn(deps: ControlDeps, channel: ReturnType<typeof channelOf>, who: string): void {
  if (!deps.workspace.isIn(channel, who)) joinedBy(deps, channel, who);
}

function newChannel(deps: ControlDeps, { name, isPrivate, hasBot }: z.output<typeof Channel>) {
  const channel = made(deps, name, isPrivate);
  if (!hasBot) deps.workspace.leave(channel, bot.userId);
  return channel;
}

function assertFree({ workspace }: ControlDeps, name: string): void {
  if (!workspace.find(`#${name}`)) return;
  throw new AppError('conflict', 'sandbox.channel_exists', 'A channel has that name already.');
}
