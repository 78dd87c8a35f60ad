import type { Answer } from '../answer.ts';

/** Whom people may ask, for pages that have to say that something went wrong. */
export const supportPage =
  (contact: string) =>
  async (path: string): Promise<Answer | undefined> =>
    path === '/support.json' ? answerOf(contact) : undefined;

const answerOf = (contact: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
  body: Buffer.from(JSON.stringify({ contact })),
});
