import type { Knex } from "knex";

import { PluginMigrationError } from "../errors.js";

/** Methods of a schema builder whose first parameter names a table or view that is made, changed or dropped. */
const changing = new Set<PropertyKey>([
  "createTable",
  "createTableIfNotExists",
  "createTableLike",
  "createView",
  "createViewOrReplace",
  "alterTable",
  "table",
  "renameTable",
  "dropTable",
  "dropTableIfExists",
  "dropView",
  "dropViewIfExists",
]);

/**
 * A query builder whose `schema` refuses tables outside the prefix. It finds mistakes
 * early; it is no wall against a plugin that means harm, which could write raw SQL.
 */
export function guardedSchema(db: Knex, prefix: string): Knex {
  return new Proxy(db, {
    get(target, property) {
      if (property === "schema") return guarded(target.schema, prefix);
      return Reflect.get(target, property, target) as unknown;
    },
  });
}

function guarded(schema: Knex.SchemaBuilder, prefix: string): Knex.SchemaBuilder {
  return new Proxy(schema, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property, target);
      if (typeof member !== "function") return member;
      return (...parameters: readonly unknown[]): unknown => {
        const [name] = parameters;
        if (changing.has(property) && typeof name === "string" && !name.startsWith(prefix)) {
          throw new PluginMigrationError(`The table ${name} must be called ${prefix}…`);
        }
        const answer: unknown = Reflect.apply(member, target, parameters);
        return answer === target ? guarded(target, prefix) : answer;
      };
    },
  });
}
