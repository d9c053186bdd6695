import assert from "node:assert/strict";

import { allows, flatLines, matching, menuBar } from "../../src/workbench/shell/menu-tree.js";
import type { MenuNode } from "../../src/workbench/shell/menu-tree.js";

const everything = {
  Clients: "delete",
  Users: "delete",
  "Company Preferences": "delete",
  "Control Center": "delete",
  "Plugin Manager": "delete",
} as const;

describe("the menu bar", () => {
  it("has the host's own menus", () => {
    assert.deepEqual(pathsOf(menuBar([], everything)), [
      "File > Calendar",
      "File > Sign Out",
      "Maintenance > Preferences > User Preferences",
      "Maintenance > Preferences > Company (Studio) Preferences",
      "Maintenance > General (Studio) > Users",
      "Maintenance > General (Studio) > Security Groups",
      "Maintenance > Client > Clients",
      "Maintenance > Client > Client Groups",
      "Tools > Add Clients to Group",
      "Tools > Resolve Schedule Conflicts",
      "Tools > Find a Command",
      "Utilities > Control Center",
      "Utilities > Control Center Logs",
      "Utilities > Outbox",
      "Utilities > Plugin Manager",
      "Help > Keyboard Shortcuts",
      "Help > About",
    ]);
  });

  it("merges contributed lines in by their paths", () => {
    const contributed = [
      { path: "Maintenance/Sample", title: "Runs", command: "sample.runs" },
      { path: "Maintenance/Sample", title: "Status", command: "sample.status" },
      { path: "Utilities", title: "Count", command: "sample.count" },
      { path: "Reports", title: "Print", command: "sample.print" },
    ];
    const paths = pathsOf(menuBar(contributed, everything));
    assert.ok(paths.includes("Maintenance > Sample > Runs"));
    assert.ok(paths.includes("Maintenance > Sample > Status"));
    assert.equal(paths.filter((path) => path.startsWith("Maintenance >")).length, 8);
    assert.ok(paths.indexOf("Utilities > Count") < paths.indexOf("Help > About"));
    assert.equal(paths.at(-1), "Reports > Print");
  });

  it("P4: leaves out what the signed-in user may not do", () => {
    assert.deepEqual(pathsOf(menuBar([], { Users: "view", "Control Center": "view" })), [
      "File > Calendar",
      "File > Sign Out",
      "Maintenance > Preferences > User Preferences",
      "Tools > Resolve Schedule Conflicts",
      "Tools > Find a Command",
      "Utilities > Control Center",
      "Utilities > Control Center Logs",
      "Help > Keyboard Shortcuts",
      "Help > About",
    ]);
  });

  it("is searched by some letters of a title or of a path, titles that begin with them first", () => {
    const found = (typed: string): readonly string[] =>
      matching(flatLines(menuBar([], everything)), typed).map(({ node }) => node.title);
    assert.deepEqual(found("user"), ["User Preferences", "Users"]);
    assert.deepEqual(found("center log"), ["Control Center Logs"]);
    assert.deepEqual(found("general us"), ["Users"]);
    assert.deepEqual(found("nothing like this"), []);
  });

  it("takes each level of a clearance to contain the ones before", () => {
    assert.equal(allows({ Users: "delete" }, "Users", "view"), true);
    assert.equal(allows({ Users: "view" }, "Users", "add-modify"), false);
    assert.equal(allows({}, "Users", "view"), false);
  });
});

function pathsOf(nodes: readonly MenuNode[], above = ""): readonly string[] {
  return nodes.flatMap((node) => {
    const path = above === "" ? node.title : `${above} > ${node.title}`;
    return node.kind === "menu" ? pathsOf(node.items, path) : [path];
  });
}
