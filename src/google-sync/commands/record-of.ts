import type { RecordReference } from "../../api/index.js";
import { CommandRefusedError } from "./concerned-users.js";

/** The client a command names, if it names one. */
export function clientOf(
  input: Readonly<Record<string, unknown>>,
): { readonly kind: "client"; readonly id: number } | undefined {
  const id = input["client"];
  return typeof id === "number" && Number.isInteger(id) ? { kind: "client", id } : undefined;
}

/** The appointment or session a command names. @throws CommandRefusedError where it names none */
export function recordOf(
  input: Readonly<Record<string, unknown>>,
  example: string,
): RecordReference & { readonly kind: "appointment" | "session" } {
  for (const kind of ["appointment", "session"] as const) {
    const id = Number(input[kind]);
    if (input[kind] !== undefined && Number.isInteger(id)) return { kind, id };
  }
  throw new CommandRefusedError("Name an appointment or a session by its number.", { hint: `For example: ${example}` });
}
