import type { RecordReference } from "../../api/index.js";
import { CommandRefusedError } from "./concerned-users.js";

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
