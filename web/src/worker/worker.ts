/// <reference lib="webworker" />
import { answering } from './answering.ts';

declare const self: ServiceWorkerGlobalScope;

/** The files of the shell and of the pages that work without a connection; the build puts them in. */
declare const SHELL: Readonly<{ version: string; files: readonly string[] }>;

const { install, activate, answer } = answering(SHELL, caches, fetch);

self.addEventListener('install', (event) => {
  event.waitUntil(install().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(activate().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const answered = answer(event.request);
  if (answered) event.respondWith(answered);
});
