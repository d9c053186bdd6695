/** Mocha's spec reporter, followed by how many tests passed for each rule of the behaviour contract, and in all. */
const { reporters } = require("mocha");

module.exports = class RuleReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const rules = new Map();
    const count = (test, outcome) => {
      for (const rule of rulesOf(test.fullTitle())) {
        const seen = rules.get(rule) ?? { passed: 0, failed: 0 };
        seen[outcome] += 1;
        rules.set(rule, seen);
      }
    };
    runner.on("pass", (test) => count(test, "passed"));
    runner.on("fail", (test) => count(test, "failed"));
    runner.once("end", () => {
      const rows = [...rules].toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
      if (rows.length > 0) console.log("  Rule → tests passed");
      for (const [rule, { passed, failed }] of rows) {
        console.log(`    ${rule.padEnd(4)} ${String(passed).padStart(4)}${failed > 0 ? `   ${failed} FAILED` : ""}`);
      }
      const { passes, failures, pending } = this.stats;
      console.log(`\n  ${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ""}\n`);
    });
  }
};

/** The rule numbers a title cites: `C13: …`, `C13, C16: …`, `C13 (two users): …`. */
function rulesOf(title) {
  return new Set(title.match(/\b[ACGJKPRSWX]\d{1,2}\b(?=[^:]{0,60}:)/g) ?? []);
}
