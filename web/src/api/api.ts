import { gateway } from '@guildhall/client/calls/gateway';
import { identity } from '@guildhall/client/calls/identity';
import { notifier } from '@guildhall/client/calls/notifier';
import { register } from '@guildhall/client/calls/register';
import { call } from './http.ts';

/** The methods of the platform, typed by their contract, that the first page needs and others with it. */
export const api = {
  gateway: gateway(call),
  identity: identity(call),
  notifier: notifier(call),
  register: register(call),
};
