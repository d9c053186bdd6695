import "reflect-metadata";

/**
 * What a class needs to be made by a container: `@injectable()` on the class and
 * `@inject(Token)` on every constructor parameter. Only modules and the composition
 * root touch a container itself, so everybody else takes the two from here.
 */
export { inject, injectable } from "tsyringe";

/**
 * The key under which a container holds a service. Declared beside the interface
 * and under the same name:
 *
 *     export interface Clock { now(): Date }
 *     export const Clock = serviceToken<Clock>("clock");
 */
export type ServiceToken<T> = symbol & {
  readonly __service?: (service: T) => T;
};

/** @param name what the token is called in error messages */
export function serviceToken<T>(name: string): ServiceToken<T> {
  // A symbol carries no type of its own; the brand exists for the compiler only.
  return Symbol(name) as ServiceToken<T>;
}
