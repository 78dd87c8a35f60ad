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
export { accessOf, type AccessRule, httpRuleOf, restOf, slackCommandOf } from './options.ts';
export { type Binding, bindingsOf, enumWord, enumWords, pathOf, type Segment, type Verb } from './rest.ts';
export { isProse, rulesOf, textRulesOf } from './rules.ts';
export { everyPermission, services } from './services.ts';
