import { createApi } from './gen/client.ts';
import { call } from './http.ts';

/** Every method of the platform, typed by its contract. */
export const api = createApi(call);
