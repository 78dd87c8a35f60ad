import { createApi } from '@guildhall/client';
import { call } from './http.ts';

/** Every method of the platform, typed by its contract. */
export const api = createApi(call);
