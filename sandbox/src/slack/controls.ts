import { AppError } from '@guildhall/kernel';
import express from 'express';
import { z } from 'zod';
import type { CallLog } from './call-log.ts';
import type { Scene } from './changes.ts';
import type { Conversation } from './conversations.ts';
import type { Member } from './people.ts';
import { bot } from './workspace.ts';

/** What the controls of the workspace change, and what they can look at. */
export type ControlDeps = Scene & Readonly<{ calls: CallLog }>;

/** Larger than elsewhere: a whole workspace is made in a few calls. */
export const largeBody = express.json({ limit: '4mb' });

export const most = 10_000;

export const Email = z.email().max(254).toLowerCase();
export const ChannelName = z
  .string()
  .regex(/^[a-z0-9_-]{1,80}$/, 'must be small letters, digits, hyphens and underscores');

export function channelOf({ workspace }: Scene, reference: string): Conversation {
  const channel = workspace.find(reference);
  if (channel && !channel.member) return channel;
  throw new AppError('not-found', 'sandbox.no_such_channel', 'There is no such channel in the workspace.');
}

export function memberOf({ workspace }: Scene, reference: string): Member {
  const member = workspace.member(reference) ?? workspace.memberByEmail(reference);
  if (member) return member;
  throw new AppError('not-found', 'sandbox.no_such_user', 'There is nobody of that id or address in the workspace.');
}

/** The id of somebody who may be in a channel: a member, or our bot. */
export const personOf = (deps: Scene, reference: string): string =>
  reference === 'bot' || reference === bot.userId ? bot.userId : memberOf(deps, reference).id;

/** The same scene, of whose changes nobody is told. */
export const quietly = <S extends Scene>(scene: S, isQuiet: boolean): S =>
  isQuiet ? { ...scene, announce: () => undefined } : scene;
