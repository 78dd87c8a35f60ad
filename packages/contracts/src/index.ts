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
export { restFieldsOf, type RestFields } from './rest-fields.ts';
export { isProse, rulesOf, textRulesOf } from './rules.ts';
export { everyPermission, services } from './services.ts';
export {
  encodeVariables,
  type Filled,
  type TemplateKey,
  templates,
  type VariablesOf,
  variablesOf,
} from './templates/catalogue.ts';
export { faultsOf, listOf, type VariableFault } from './templates/check.ts';
export type { Declaration, Variable } from './templates/variable.ts';
