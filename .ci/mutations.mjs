/** Which small changes to try on a piece of JavaScript: what `npm run mutate` applies one at a time. */

const operators = {
  "===": "!==",
  "!==": "===",
  ">": ">=",
  ">=": ">",
  "<": "<=",
  "<=": "<",
  "&&": "||",
  "||": "&&",
  "??": "&&",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
};
const methods = { some: "every", every: "some", max: "min", min: "max" };

/**
 * The changes to one module, in the order of the text.
 *
 * @param module the parsed module, as @swc/core gives it
 * @param text its text
 * @returns `{ start, end, to }`: the part from `start` to `end` becomes `to`
 */
export function mutationsOf(module, text) {
  const bytes = Buffer.from(text);
  // swc counts bytes, from 1; the text counts UTF-16 units, from 0.
  const indexOf = (position) => bytes.subarray(0, position - 1).toString().length;
  const spanOf = ({ span }) => ({ start: indexOf(span.start), end: indexOf(span.end) });
  const textOf = (node) => text.slice(spanOf(node).start, spanOf(node).end);
  const found = [];

  const replace = (node, ...replacements) => {
    for (const to of replacements) found.push({ ...spanOf(node), to });
  };
  const visitors = {
    BinaryExpression({ operator, left, right }) {
      if (operators[operator] === undefined) return;
      const start = text.indexOf(operator, spanOf(left).end);
      if (start >= spanOf(right).start) throw new Error(`No ${operator} before ${textOf(right)}`);
      found.push({ start, end: start + operator.length, to: operators[operator] });
    },
    BooleanLiteral: (node) => replace(node, String(!node.value)),
    NumericLiteral: (node) => replace(node, String(node.value + 1), String(node.value - 1)),
    StringLiteral: (node) => replace(node, JSON.stringify(node.value === "" ? "changed" : "")),
    TemplateElement: (node) => node.raw !== "" && replace(node, ""),
    UnaryExpression: (node) => node.operator === "!" && replace(node, textOf(node.argument)),
    ConditionalExpression(node) {
      const { test, consequent, alternate } = node;
      replace(node, `${textOf(test)} ? ${textOf(alternate)} : ${textOf(consequent)}`);
    },
    IfStatement({ test }) {
      replace(test, `!(${textOf(test)})`);
    },
    MemberExpression({ property }) {
      if (property.type === "Identifier" && Object.hasOwn(methods, property.value))
        replace(property, methods[property.value]);
    },
  };

  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== "object" || node === null) return;
    if (node.type === "ImportDeclaration" || node.type === "ExportAllDeclaration") return;
    visitors[node.type]?.(node);
    Object.values(node).forEach(visit);
  };
  visit(module.body);
  return found.toSorted((one, other) => one.start - other.start);
}
