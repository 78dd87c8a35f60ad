import { create } from '@bufbuild/protobuf';
import { FieldMaskSchema } from '@bufbuild/protobuf/wkt';
import { PersonKind, PersonSchema, PersonStatus } from '@guildhall/contracts/identity/v1/service';
import { describe, expect, it } from 'vitest';
import { changeOf } from './person-mask.ts';

const everything = ['firstName', 'lastName', 'kind', 'status', 'roles', 'flags'] as const;
const mask = (...paths: string[]) => create(FieldMaskSchema, { paths });
const person = create(PersonSchema, {
  firstName: 'Ada',
  lastName: 'Lovelace',
  kind: PersonKind.CONTRACTOR,
  status: PersonStatus.DISABLED,
  roles: ['reception'],
  flags: { ricked: true },
  handle: 'root',
});

describe('changeOf', () => {
  it('takes what the mask names, in either spelling, and nothing else', () => {
    expect(changeOf(person, mask('first_name', 'lastName'), everything)).toEqual({
      firstName: 'Ada',
      lastName: 'Lovelace',
    });
    expect(changeOf(person, mask('kind', 'status', 'roles', 'flags'), everything)).toEqual({
      kind: 'contractor',
      status: 'disabled',
      roles: ['reception'],
      flags: { ricked: true },
    });
  });

  it('changes nothing without a mask', () => {
    expect(changeOf(person, undefined, everything)).toEqual({});
  });

  it('refuses what may not change here, and points at it', () => {
    expect(() => changeOf(person, mask('first_name', 'handle', 'contacts'), ['firstName'])).toThrow(
      expect.objectContaining({
        code: 'identity.field_not_editable',
        errors: [expect.objectContaining({ pointer: '/handle' }), expect.objectContaining({ pointer: '/contacts' })],
      }),
    );
    expect(() => changeOf(person, mask('constructor'), everything)).toThrow('This cannot be changed here.');
  });

  it.each(['kind', 'status'])('refuses a %s that is not said', (path) => {
    expect(() => changeOf(create(PersonSchema), mask(path), everything)).toThrow(
      expect.objectContaining({ code: 'identity.invalid_field' }),
    );
  });

  it.each(['a b', '', 'x'.repeat(65), '\u202E'])('refuses a flag named %j', (flag) => {
    const odd = create(PersonSchema, { flags: { [flag]: true } });
    expect(() => changeOf(odd, mask('flags'), everything)).toThrow(
      expect.objectContaining({ code: 'identity.invalid_field' }),
    );
  });
});
