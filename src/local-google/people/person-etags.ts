import { personFields } from "./person-fields.js";
import type { PersonFieldName } from "./person-fields.js";

const maskTag = 0x12;
const versionTag = 0x1a;
const sourceTag = 0x22;
const version = Buffer.from([1, 2, 5, 7]);

/**
 * A person's etag: `%` and a protobuf message of the mask's field numbers, a constant,
 * and the etag of the contact source. So it differs with the mask for one and the same version.
 * @param sourceEtag without `#`; undefined for a deleted contact
 */
export function writePersonEtag(mask: readonly PersonFieldName[], sourceEtag: string | undefined): string {
  const numbers = mask.map((name) => personFields[name].number).toSorted((one, other) => one - other);
  const parts = [chunk(maskTag, Buffer.from(numbers)), chunk(versionTag, version)];
  if (sourceEtag !== undefined) parts.push(chunk(sourceTag, Buffer.from(sourceEtag)));
  return `%${Buffer.concat(parts).toString("base64")}`;
}

function chunk(tag: number, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag, bytes.length]), bytes]);
}

/** The source etag a person's etag carries, or undefined when it carries none or is none. */
export function readSourceEtag(personEtag: string): string | undefined {
  if (!personEtag.startsWith("%")) return undefined;
  const bytes = Buffer.from(personEtag.slice(1), "base64");
  for (let at = 0; at + 1 < bytes.length;) {
    const end = at + 2 + (bytes[at + 1] ?? 0);
    if (bytes[at] === sourceTag) return bytes.subarray(at + 2, end).toString();
    at = end;
  }
  return undefined;
}
