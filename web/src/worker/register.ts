/** Lets the browser keep the shell, so that the pages open without a connection. */
export function registerWorker(): void {
  // Not while developing, and not where the page came insecurely: there the browser has none.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    void navigator.serviceWorker.register('/worker.js').catch(() => undefined);
  });
}
