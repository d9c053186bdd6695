import type { PreferenceOwner, PreferenceValues, Product, User } from "../../api/index.js";
import type { JsonSchema } from "../schema-check/index.js";

/** One field of a preference page. */
interface FieldSchema {
  readonly title?: string;
  readonly default?: unknown;
  readonly "x-spectra-secret"?: boolean;
  readonly "x-spectra-default-from"?: string;
}

/** The fields of a page's schema, by name. */
export function fieldsOf(schema: JsonSchema): ReadonlyMap<string, FieldSchema> {
  const { properties } = schema;
  if (typeof properties !== "object" || properties === null) return new Map();
  // `properties` of a compiled JSON Schema maps names to schemas.
  return new Map(Object.entries(properties as Record<string, FieldSchema>));
}

/** Names of the fields whose values are encrypted at rest and never shown. */
export function secretFieldsOf(schema: JsonSchema): ReadonlySet<string> {
  return new Set([...fieldsOf(schema)].flatMap(([name, field]) => (field["x-spectra-secret"] === true ? [name] : [])));
}

/** What a page holds before anybody saved it. @param user whose page it is; undefined for the company's */
function defaultsOf(schema: JsonSchema, user: User | undefined): PreferenceValues {
  const defaults = [...fieldsOf(schema)].map(([name, field]): [string, unknown] => {
    return [name, valueFrom(field["x-spectra-default-from"], user) ?? field.default];
  });
  return Object.fromEntries(defaults.filter(([, value]) => value !== undefined));
}

/** Saved values over the defaults; what the schema no longer knows is left out. */
export function withDefaults(
  schema: JsonSchema,
  saved: PreferenceValues,
  user: User | undefined,
): Record<string, unknown> {
  const known = fieldsOf(schema);
  const kept = Object.entries(saved).filter(([name]) => known.has(name));
  return { ...defaultsOf(schema, user), ...Object.fromEntries(kept) };
}

/** Names the owner in stored secrets and log lines. */
export function ownerName(owner: PreferenceOwner): string {
  return owner.kind === "company" ? "company" : `user/${owner.userId}`;
}

/** Puts the product's name where a label says `{product}` (P6); nothing else in the schema changes. */
export function forProduct(schema: JsonSchema, product: Product): JsonSchema {
  // Labels are the only texts of a schema in which `{product}` stands, and stringifying keeps everything else.
  return JSON.parse(JSON.stringify(schema).replaceAll("{product}", product)) as JsonSchema;
}

function valueFrom(source: string | undefined, user: User | undefined): unknown {
  switch (source) {
    case "user.email":
      return user?.email;
    case "user.hasEmail":
      return user === undefined ? undefined : user.email !== undefined;
    default:
      return undefined;
  }
}
