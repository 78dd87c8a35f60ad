export {
  commandStream,
  eventStream,
  eventSubject,
  type LaneName,
  rpcSubject,
  sendSubject,
  type StreamName,
  streamOfSubject,
} from './names.ts';
export { accessOf, type AccessRule, httpRuleOf, restOf } from './options.ts';
