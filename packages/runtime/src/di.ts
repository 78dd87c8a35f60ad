import 'reflect-metadata';
import { type DependencyContainer, instanceCachingFactory, type InjectionToken } from 'tsyringe';

/** A typed token: a bare `symbol` forgets what it stands for, so that `resolve` would return `unknown`. */
export const token = <T>(name: string): InjectionToken<T> => Symbol(name);

/** A singleton provider: tsyringe calls a bare factory again on every `resolve`. */
export const once = <T>(make: (container: DependencyContainer) => T) => ({
  useFactory: instanceCachingFactory(make),
});
