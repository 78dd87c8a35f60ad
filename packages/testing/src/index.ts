export { testClock, type TestClock } from './clock.ts';
export { temporaryFolder } from './folder.ts';
export { uniqueName } from './names.ts';
export { freePort, testBus, testNats, type TestNats } from './nats.ts';
export { testStore, testStoreUrl } from './store.ts';
