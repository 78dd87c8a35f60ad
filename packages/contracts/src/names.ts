import type { DescMessage, DescMethod } from '@bufbuild/protobuf';

// The .proto name is the subject, so a contract cannot drift away from the wire.

/** `register.v1.VisitOpened` travels on `evt.register.v1.visit-opened.<aggregate id>`; this is the part before the id. */
export const eventSubject = ({ file, name }: DescMessage): string => `evt.${file.proto.package}.${kebab(name)}`;

/** `register.v1.RegisterService.SignIn` answers on `rpc.register.v1.sign-in`. */
export const rpcSubject = ({ parent, name }: Pick<DescMethod, 'parent' | 'name'>): string =>
  `rpc.${parent.file.proto.package}.${kebab(name)}`;

/** `sendSubject('transactional', id)` is `cmd.notifier.v1.transactional.send.<id>`. */
export const sendSubject = (lane: LaneName, id: string): string => `cmd.notifier.v1.${lane}.send.${id}`;

export type LaneName = 'emergency' | 'transactional' | 'bulk';

/** `identity` owns the stream `EVT_IDENTITY`, which keeps `evt.identity.>`. */
export const eventStream = (service: string): StreamName => ({
  name: `EVT_${service.toUpperCase()}`,
  subjects: [`evt.${service}.>`],
});

/** Commands to a service: `CMD_NOTIFIER` keeps `cmd.notifier.>`. */
export const commandStream = (service: string): StreamName => ({
  name: `CMD_${service.toUpperCase()}`,
  subjects: [`cmd.${service}.>`],
});

export type StreamName = Readonly<{ name: string; subjects: readonly string[] }>;

/** The stream that keeps messages of this subject. */
export function streamOfSubject(subject: string): StreamName {
  const [kind, service] = subject.split('.');
  if (kind === 'evt' && service) return eventStream(service);
  if (kind === 'cmd' && service) return commandStream(service);
  throw new Error(`no stream keeps ${kind ?? 'an empty subject'}`);
}

const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
