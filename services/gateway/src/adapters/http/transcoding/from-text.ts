import { type DescField, ScalarType } from '@bufbuild/protobuf';
import { type Draft, fieldSetter, type SetField } from './read-message.ts';
import { type Faults, refuse } from './faults.ts';

const textual = new Set<ScalarType | undefined>([ScalarType.STRING, ScalarType.BYTES]);

/** Sets a field from the texts that a path or a query string has for it. */
export type SetFromText = (message: Draft, texts: readonly string[], faults: Faults) => void;

/** Once in the address, the type of a value is lost: here it is found again, by the field. */
export function textSetter(field: DescField): SetFromText {
  const set: SetField = fieldSetter(field);
  const toJson = jsonOf(field);
  if (field.fieldKind === 'list') {
    return (message, texts, faults) => set(message, texts.map(toJson), faults);
  }
  // "?state=" means no state; only a text can be empty.
  const skipsEmpty = !textual.has(field.scalar);
  return (message, texts, faults) => {
    const [text = '', second] = texts;
    if (second !== undefined) return refuse(faults, 'must be given once');
    if (text === '' && skipsEmpty) return;
    set(message, toJson(text), faults);
  };
}

function jsonOf(field: DescField): (text: string) => unknown {
  if (field.message || field.enum) return (text) => text;
  switch (field.scalar) {
    case ScalarType.STRING:
    case ScalarType.BYTES:
      return (text) => text;
    case ScalarType.BOOL:
      return (text) => (text === 'true' ? true : text === 'false' ? false : text);
    default:
      return (text) => (/^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text);
  }
}
