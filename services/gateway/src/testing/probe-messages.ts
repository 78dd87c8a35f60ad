import { FieldDescriptorProto_Type as Type } from '@bufbuild/protobuf/wkt';
import { field, list, message, of } from './descriptors.ts';

export const probeMessages = [
  {
    ...message(
      'Thing',
      field('id', Type.STRING),
      field('name', Type.STRING, {}, { type: { case: 'string', value: { maxLen: 100n } } }),
      field('prose', Type.STRING, {}, { type: { case: 'string', value: { maxLen: 2_000n } } }),
      field('colour', Type.ENUM, of('probe.v1.Colour')),
      field('colours', Type.ENUM, { ...list, ...of('probe.v1.Colour') }),
      field('count', Type.INT32, {}, { type: { case: 'int32', value: { gte: -5, lte: 1_000 } } }),
      field('size', Type.UINT32),
      field('huge', Type.INT64),
      field('vast', Type.UINT64),
      field('share', Type.DOUBLE),
      field('is_open', Type.BOOL),
      field('blob', Type.BYTES),
      field('at', Type.MESSAGE, of('google.protobuf.Timestamp')),
      field('lasts', Type.MESSAGE, of('google.protobuf.Duration')),
      field('tags', Type.STRING, list, {
        type: {
          case: 'repeated',
          value: { maxItems: 5n, items: { type: { case: 'string', value: { maxLen: 10n } } } },
        },
      }),
      field('nickname', Type.STRING, { proto3Optional: true, oneofIndex: 2 }),
      field('children', Type.MESSAGE, { ...list, ...of('probe.v1.Thing') }),
      field('labels', Type.MESSAGE, { ...list, ...of('probe.v1.Thing.LabelsEntry') }),
      field('email', Type.STRING, { oneofIndex: 0 }),
      field('phone', Type.STRING, { oneofIndex: 0 }),
      field('parent', Type.MESSAGE, { ...of('probe.v1.Thing'), oneofIndex: 1 }),
      field('orphan', Type.BOOL, { oneofIndex: 1 }),
    ),
    nestedType: [
      {
        ...message('LabelsEntry', field('key', Type.STRING), field('value', Type.INT32)),
        options: { mapEntry: true },
      },
    ],
    oneofDecl: [{ name: 'contact' }, { name: 'origin' }, { name: '_nickname' }],
  },
  message('GetThingRequest', field('thing_id', Type.STRING)),
  message(
    'ListThingsRequest',
    field('colour', Type.ENUM, of('probe.v1.Colour')),
    field('tags', Type.STRING, list),
    field('is_open', Type.BOOL),
    field('since', Type.MESSAGE, of('google.protobuf.Timestamp')),
    field('page_size', Type.INT32, {}, { type: { case: 'int32', value: { gte: 0, lte: 200 } } }),
    field('page_token', Type.STRING),
  ),
  message('ListThingsResponse', field('things', Type.MESSAGE, { ...list, ...of('probe.v1.Thing') })),
  message(
    'UpdateThingRequest',
    field('thing_id', Type.STRING),
    field('thing', Type.MESSAGE, of('probe.v1.Thing'), { required: true }),
    field('update_mask', Type.MESSAGE, of('google.protobuf.FieldMask')),
  ),
  message('UploadRequest', field('thing_id', Type.STRING), field('file', Type.MESSAGE, of('google.api.HttpBody'))),
  message('Note', field('text', Type.STRING, {}, { type: { case: 'string', value: { minLen: 1n, maxLen: 100n } } })),
  message('Entered', field('note', Type.STRING), field('session', Type.MESSAGE, of('guildhall.v1.Session'))),
  message('FollowRequest', field('thing_id', Type.STRING)),
  message('ThingMoved', field('thing_id', Type.STRING), field('where', Type.STRING)),
  message('ThingDropped', field('thing_id', Type.STRING)),
  message('FollowOwnRequest'),
  message('ThingGiven', field('person_id', Type.STRING), field('where', Type.STRING)),
];
