import { useEffect, useRef, useState } from 'react';

export type Live = Readonly<{ isLive: boolean; lastHeardAt: Date | undefined }>;

type Handlers = Readonly<Record<string, (data: unknown) => void>>;

/**
 * Follows a feed of server-sent events. The browser comes back by itself after a break and says what it heard last;
 * where the server closed for good (the session ended), it is opened anew after a while.
 */
export function useLive(address: string | undefined, handlers: Handlers): Live {
  const [live, setLive] = useState<Live>({ isLive: false, lastHeardAt: undefined });
  const latest = useRef(handlers);
  latest.current = handlers;

  useEffect(() => {
    if (!address) return undefined;
    return follow(address, Object.keys(latest.current), (name, data) => latest.current[name]?.(data), setLive);
  }, [address]);
  return live;
}

const reopenMs = 5_000;

function follow(
  address: string,
  names: readonly string[],
  hear: (name: string, data: unknown) => void,
  tell: (change: (before: Live) => Live) => void,
): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout>;
  const heard = (): void => tell(() => ({ isLive: true, lastHeardAt: new Date() }));
  const open = (): void => {
    source = new EventSource(address);
    source.addEventListener('open', heard);
    source.addEventListener('error', () => {
      tell(({ lastHeardAt }) => ({ isLive: false, lastHeardAt }));
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenMs);
    });
    for (const name of names) {
      source.addEventListener(name, (event: MessageEvent<string>) => {
        heard();
        hear(name, JSON.parse(event.data));
      });
    }
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
