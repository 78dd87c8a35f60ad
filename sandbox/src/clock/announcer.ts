import type { NatsConnection } from '@nats-io/nats-core';

const quietMs = 60;
const longestMs = 700;

/** Tells every process the offset and waits for those that listen: until none answers for 60 ms, at most 700 ms. */
export function announceOffset(nats: NatsConnection, offsetMs: number): Promise<number> {
  const inbox = `_INBOX.clock.${crypto.randomUUID()}`;
  return new Promise((resolve) => {
    let answers = 0;
    let quiet: NodeJS.Timeout;
    const done = () => {
      clearTimeout(quiet);
      clearTimeout(longest);
      replies.unsubscribe();
      resolve(answers);
    };
    const longest = setTimeout(done, longestMs);
    const replies = nats.subscribe(inbox, {
      callback: (_error, message) => {
        // The server answers for an empty room with a bare status.
        if (message.headers?.hasError) return done();
        answers += 1;
        clearTimeout(quiet);
        quiet = setTimeout(done, quietMs);
      },
    });
    quiet = setTimeout(done, quietMs);
    nats.publish('sandbox.clock', JSON.stringify({ offsetMs }), { reply: inbox });
  });
}

/** Answers processes that start later and ask for the offset. */
export function answerOffset(nats: NatsConnection, offsetMs: () => number): void {
  nats.subscribe('sandbox.clock.get', {
    callback: (error, message) => {
      if (!error) message.respond(JSON.stringify({ offsetMs: offsetMs() }));
    },
  });
}
