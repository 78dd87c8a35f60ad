import { AppError } from '@guildhall/kernel';
import { Router } from 'express';
import { z } from 'zod';
import { allowOnly } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { cameIn, changed } from './changes.ts';
import { type ControlDeps, Email, largeBody, memberOf, most, quietly } from './controls.ts';
import type { Member } from './people.ts';

const traits = {
  name: z.string().min(1).max(80).optional(),
  realName: z.string().min(1).max(200).optional(),
  isDeleted: z.boolean().optional(),
  isBot: z.boolean().optional(),
  guest: z.enum(['multi', 'single']).optional(),
};
const Newcomer = z.strictObject({ email: Email, ...traits });
const Newcomers = z.strictObject({ users: z.array(Newcomer).min(1).max(most), quiet: z.boolean().default(false) });
const Change = z.strictObject({ email: Email.optional(), ...traits });

type Said = z.output<typeof Change>;

/** `/sandbox/slack/users`: who joins the workspace, changes there, and is deactivated. */
export function userControls(deps: ControlDeps): Router {
  const routes = Router();
  routes
    .route('/')
    .get((_req, res) => {
      res.json({ users: deps.workspace.members() });
    })
    .post(largeBody, (req, res) => {
      const isList = typeof req.body === 'object' && req.body !== null && 'users' in req.body;
      const body: unknown = isList ? req.body : { users: [req.body] };
      const { users, quiet } = valid(Newcomers, body, 'invalid', 'sandbox.invalid_user');
      for (const { email } of users) assertFree(deps, email);
      const made = users.map(({ email, ...said }) => cameIn(quietly(deps, quiet), email, traitsOf(said)));
      res.status(201).json(isList ? { users: made } : made[0]);
    })
    .all(allowOnly('GET', 'POST'));
  routes
    .route('/:user')
    .get((req, res) => {
      res.json(memberOf(deps, req.params.user));
    })
    .patch(largeBody, (req, res) => {
      const member = memberOf(deps, req.params.user);
      const said = valid(Change, req.body, 'invalid', 'sandbox.invalid_user');
      if (said.email !== undefined && said.email !== member.email) assertFree(deps, said.email);
      res.json(changed(deps, { ...member, ...traitsOf(said) }));
    })
    .all(allowOnly('GET', 'PATCH'));
  return routes;
}

function assertFree({ workspace }: ControlDeps, email: string): void {
  if (!workspace.isTaken(email)) return;
  throw new AppError('conflict', 'sandbox.user_exists', 'Somebody has that address already.');
}

const traitsOf = (said: Said): Partial<Member> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
