import { describe, expect, it } from 'vitest';
import { LoginSucceededSchema } from './gen/identity/v1/events_pb.ts';
import { RegisterService } from './gen/register/v1/service_pb.ts';
import { VisitRolledOverSchema } from './gen/register/v1/events_pb.ts';
import { commandStream, eventStream, eventSubject, rpcSubject, sendSubject, streamOfSubject } from './names.ts';

describe('subjects', () => {
  it('of facts are the package and the fact in kebab case', () => {
    expect(eventSubject(VisitRolledOverSchema)).toBe('evt.register.v1.visit-rolled-over');
    expect(eventSubject(LoginSucceededSchema)).toBe('evt.identity.v1.login-succeeded');
  });

  it('of calls are the package and the method in kebab case', () => {
    expect(rpcSubject(RegisterService.method.signIn)).toBe('rpc.register.v1.sign-in');
  });

  it('of messages to send carry their lane', () => {
    expect(sendSubject('emergency', 'm1')).toBe('cmd.notifier.v1.emergency.send.m1');
  });
});

describe('streams', () => {
  it('keep what their service says', () => {
    expect(streamOfSubject(`${eventSubject(VisitRolledOverSchema)}.v1`)).toEqual(eventStream('register'));
    expect(streamOfSubject(sendSubject('bulk', 'm1'))).toEqual(commandStream('notifier'));
  });

  it('do not keep calls', () => {
    expect(() => streamOfSubject('rpc.register.v1.sign-in')).toThrow('no stream keeps rpc');
  });
});
