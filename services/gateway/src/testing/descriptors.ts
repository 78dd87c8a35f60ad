import { create, type MessageInitShape, setExtension } from '@bufbuild/protobuf';
import {
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as Type,
  type FieldOptions,
  FieldOptionsSchema,
  MethodOptionsSchema,
} from '@bufbuild/protobuf/wkt';
import { field as rulesOption, FieldRulesSchema } from '@guildhall/contracts/buf/validate/validate';
import { http } from '@guildhall/contracts/google/api/annotations';
import { type HttpRule, HttpRuleSchema } from '@guildhall/contracts/google/api/http';
import {
  type Access,
  access,
  AccessSchema,
  rest,
  RestSchema,
  slack_command,
} from '@guildhall/contracts/guildhall/v1/options';

// Descriptors without a .proto file: what protoc would have made of it.

type Field = Readonly<{
  name?: string;
  type?: Type;
  label?: Label;
  typeName?: string;
  jsonName?: string;
  options?: FieldOptions;
  oneofIndex?: number;
  proto3Optional?: boolean;
}>;
type Rules = MessageInitShape<typeof FieldRulesSchema>;

export const field = (name: string, type: Type, more: Field = {}, rules?: Rules): Field => {
  const options = create(FieldOptionsSchema);
  if (rules) setExtension(options, rulesOption, create(FieldRulesSchema, rules));
  return { name, type, label: Label.OPTIONAL, jsonName: jsonName(name), options, ...more };
};
const jsonName = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
export const list: Field = { label: Label.REPEATED };
export const of = (typeName: string): Field => ({ typeName: `.${typeName}` });

export const message = (name: string, ...fields: Field[]) => ({
  name,
  field: fields.map((one, index) => ({ ...one, number: index + 1 })),
});

type Method = Readonly<{
  name: string;
  input: string;
  output: string;
  http?: HttpRule['pattern'];
  body?: string;
  access: Access['rule'];
  rest?: MessageInitShape<typeof RestSchema>;
  isStreaming?: boolean;
  slackCommand?: string;
}>;

export const method = ({
  name,
  input,
  output,
  http: pattern,
  body = '',
  access: rule,
  rest: has,
  isStreaming,
  slackCommand,
}: Method) => {
  const options = create(MethodOptionsSchema);
  if (pattern) setExtension(options, http, create(HttpRuleSchema, { pattern, body }));
  if (slackCommand) setExtension(options, slack_command, slackCommand);
  setExtension(options, access, create(AccessSchema, { rule }));
  if (has) setExtension(options, rest, create(RestSchema, has));
  const typed = { inputType: `.${input}`, outputType: `.${output}` };
  return { name, ...typed, options, serverStreaming: isStreaming ?? false };
};
