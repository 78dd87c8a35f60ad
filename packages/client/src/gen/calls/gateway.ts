// Generated from the contracts by `npm run contracts`: do not edit.

import type { Call, Extra, GetSessionResponse } from '../client.ts';

export const gateway = (call: Call) => ({
    /** Who is signed in, and the token that cookie writes must carry. */
    getSession: (extra: Extra = {}) => call<GetSessionResponse>('GET', `/api/auth/session`, { ...extra }),
});
