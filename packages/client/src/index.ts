export * from './gen/client.ts';
