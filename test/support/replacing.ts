/** The same service with some of its methods replaced, for a scenario that breaks in. */
export function replacing<Service extends object>(service: Service, methods: Partial<Service>): Service {
  return new Proxy(service, {
    get(target, name) {
      const replaced: unknown = Reflect.get(methods, name);
      if (replaced !== undefined) return replaced;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? (value as (...call: unknown[]) => unknown).bind(target) : value;
    },
  });
}
