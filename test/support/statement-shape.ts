/** A statement without what varies from call to call: how many rows, how many values in a list. */
export function shapeOf(sql: string): string {
  return sql
    .replace(/\s+/g, " ")
    .replace(/@p\d+/g, "@p")
    .replace(/(?: union all select @p(?:, @p)*)+\) as v\b/g, ", …) as v")
    .replace(/\(@p(?:, @p)+\)/g, "(@p, …)")
    .replace(/\bin \(@p(?:, …)?\)/g, "in (@p, …)")
    .replace(/(\((?:@p, …|@p|DEFAULT)[^()]*\))(?:, \((?:@p|DEFAULT)[^()]*\))+/g, "$1, …");
}
