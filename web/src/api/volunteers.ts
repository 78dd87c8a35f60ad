import { volunteers as volunteersOf } from '@guildhall/client/calls/volunteers';
import { call } from './http.ts';

/** The methods about volunteers, typed by their contract; loaded with their pages. */
export const volunteers = volunteersOf(call);
