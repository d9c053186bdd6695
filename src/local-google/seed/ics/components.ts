import { SeedError } from "../../errors.js";
import type { ContentLine } from "./content-lines.js";

/** `BEGIN:NAME` to `END:NAME`. */
export interface Component {
  readonly name: string;
  readonly place: string;
  readonly lines: readonly ContentLine[];
  readonly components: readonly Component[];
}

interface OpenComponent extends Component {
  readonly lines: ContentLine[];
  readonly components: Component[];
}

/** Nests lines into components. @throws SeedError where BEGIN and END do not match */
export function readComponents(lines: readonly ContentLine[], file: string): Component[] {
  const roots: Component[] = [];
  const open: OpenComponent[] = [];
  for (const line of lines) {
    const current = open.at(-1);
    if (line.name === "BEGIN") {
      open.push({ name: line.value.trim().toUpperCase(), place: line.place, lines: [], components: [] });
    } else if (line.name === "END") {
      if (!current || current.name !== line.value.trim().toUpperCase()) {
        throw new SeedError(
          line.place,
          `END:${line.value} ends what did not begin${current ? ` (open is ${current.name} of ${current.place})` : ""}`,
        );
      }
      open.pop();
      (open.at(-1)?.components ?? roots).push(current);
    } else if (current) {
      current.lines.push(line);
    } else {
      throw new SeedError(line.place, `${line.name} stands outside of BEGIN:VCALENDAR`);
    }
  }
  const unended = open.at(-1);
  if (unended) throw new SeedError(unended.place, `BEGIN:${unended.name} has no END: the file is cut off`);
  if (!roots.some(({ name }) => name === "VCALENDAR")) throw new SeedError(file, "there is no calendar in it");
  return roots.filter(({ name }) => name === "VCALENDAR");
}

/** The first line of a name. */
export function findLine(component: Component, name: string): ContentLine | undefined {
  return component.lines.find((line) => line.name === name);
}
