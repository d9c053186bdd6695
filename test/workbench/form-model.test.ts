import assert from "node:assert/strict";

import {
  chosenValue,
  formGroupsOf,
  isFieldEnabled,
  placed,
  shownChoices,
} from "../../src/workbench/preferences/form-model.js";
import type { FormField } from "../../src/workbench/preferences/form-model.js";

const schema = {
  type: "object",
  required: ["on"],
  properties: {
    address: { title: "Address", type: "string", "x-spectra-control": "email", "x-spectra-order": 40 },
    both: { title: "Both ways", type: "boolean", "x-spectra-group": "Way", "x-spectra-order": 20 },
    maybe: {
      title: "Unsure ones too",
      type: "boolean",
      "x-spectra-group": "Way",
      "x-spectra-enabled-when": "both",
      "x-spectra-order": 30,
    },
    on: { title: "On", description: "Begins at once.", type: "boolean", "x-spectra-order": 10 },
    group: {
      title: "Group",
      description: "A row number.",
      type: ["integer", "null"],
      "x-spectra-control": "choice",
      "x-spectra-choices": "groups",
      "x-spectra-group": "Who",
    },
    secret: { type: "string", "x-spectra-control": "password", "x-spectra-secret": true, "x-spectra-group": "Who" },
    days: { type: "integer", "x-spectra-group": "Who" },
    size: { enum: ["small", "large"], "x-spectra-group": "Who" },
  },
};
const choices = { groups: [{ value: "3", label: "Families" }] };
const groups = formGroupsOf(schema, choices);
const field = (name: string): FormField => {
  const found = groups.flatMap(({ fields }) => fields).find((one) => one.name === name);
  assert.ok(found);
  return found;
};

describe("a contributed form", () => {
  it("has its fields in their order and groups, those without a group first", () => {
    assert.deepEqual(
      groups.map(({ title, fields }) => [title, fields.map(({ name }) => name)]),
      [
        [undefined, ["on", "address"]],
        ["Way", ["both", "maybe"]],
        ["Who", ["group", "secret", "days", "size"]],
      ],
    );
  });

  it("chooses a control by hint, then by type", () => {
    const controls = Object.fromEntries(
      groups.flatMap(({ fields }) => fields.map(({ name, control }) => [name, control])),
    );
    assert.deepEqual(controls, {
      on: "checkbox",
      address: "email",
      both: "checkbox",
      maybe: "checkbox",
      group: "choice",
      secret: "password",
      days: "number",
      size: "choice",
    });
  });

  it("shows help, but not what speaks of the stored value of a choice", () => {
    assert.equal(field("on").description, "Begins at once.");
    assert.equal(field("group").description, "");
  });

  it("lets a field be changed only while the one it hangs on is on", () => {
    assert.equal(isFieldEnabled(field("maybe"), { both: false }), false);
    assert.equal(isFieldEnabled(field("maybe"), { both: true }), true);
    assert.equal(isFieldEnabled(field("on"), {}), true);
  });

  it("offers the plugin's choices and keeps a value that is offered no more", () => {
    assert.deepEqual(shownChoices(field("group"), 3), choices.groups);
    assert.deepEqual(shownChoices(field("group"), null), choices.groups);
    assert.deepEqual(shownChoices(field("group"), 9)[0], { value: "9", label: "9 (not offered now)" });
    assert.deepEqual(
      field("size").choices.map(({ value }) => value),
      ["small", "large"],
    );
  });

  it("gives a chosen value the type of the schema", () => {
    assert.equal(chosenValue(field("group"), "3"), 3);
    assert.equal(chosenValue(field("group"), null), null);
    assert.equal(chosenValue(field("size"), "small"), "small");
    assert.equal(chosenValue(field("size"), null), undefined);
  });

  it("P1: puts messages beside their fields and buttons into their groups; the rest stands on top", () => {
    const messages = [
      { severity: "error", text: "Choose one", field: "group" },
      { severity: "warning", text: "Old field", field: "gone" },
      { severity: "information", text: "Hello" },
    ] as const;
    const action = { label: "Go", isEnabled: true, needsSavedValues: false };
    const actions = [
      { ...action, id: "inside", group: "Way" },
      { ...action, id: "beside", group: "address" },
      { ...action, id: "top" },
      { ...action, id: "lost", group: "gone" },
    ];
    const { messagesOf, actionsOf, ...top } = placed(groups, messages, actions);
    assert.deepEqual(messagesOf("group"), [messages[0]]);
    assert.deepEqual(top.messages, [messages[1], messages[2]]);
    assert.deepEqual(actionsOf("Way"), [actions[0]]);
    assert.deepEqual(actionsOf("address"), [actions[1]]);
    assert.deepEqual(
      top.actions.map(({ id }) => id),
      ["top", "lost"],
    );
  });

  it("of a schema without properties is empty", () => {
    assert.deepEqual(formGroupsOf({}, {}), []);
  });
});
