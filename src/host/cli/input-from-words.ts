import type { CommandDeclaration } from "../../api/schemas/plugin-manifest.generated.js";
import { UsageError } from "./errors.js";

/** A command's input from the words of a command line, as the command's schema types them. @throws UsageError */
export function inputFor(
  { input }: CommandDeclaration,
  words: ReadonlyMap<string, unknown>,
): Readonly<Record<string, unknown>> {
  const given = [...words].filter(([, word]) => word !== undefined);
  return Object.fromEntries(given.map(([name, word]) => [name, typed(name, word, typeOf(input, name))]));
}

function typed(name: string, word: unknown, type: unknown): unknown {
  if (type !== "integer" && type !== "number") return word;
  const number = Number(word);
  const isRight = type === "integer" ? Number.isInteger(number) : Number.isFinite(number);
  if (!isRight || word === "") throw new UsageError(`"${String(word)}" is no number, as the ${name} must be`);
  return number;
}

function typeOf(schema: CommandDeclaration["input"], name: string): unknown {
  const properties: unknown = schema !== undefined && "properties" in schema ? schema.properties : undefined;
  if (typeof properties !== "object" || properties === null) return undefined;
  // `properties` of a JSON Schema maps names to schemas.
  return (properties as Record<string, { readonly type?: unknown }>)[name]?.type;
}
