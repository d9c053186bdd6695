/** The JSON of agreed fields or of an event, without its title; other texts are not the client's. */
export function withoutTitle(json: string): string {
  // Both are objects of named values as links store them.
  const values = JSON.parse(json) as Record<string, unknown>;
  for (const name of ["title", "summary"]) if (name in values) values[name] = "";
  return JSON.stringify(values);
}
