import assert from "node:assert/strict";

import { check, constantFrom, property, string } from "fast-check";

import { descriptionInTitle, renderTitle } from "../../../src/google-sync/calendar/index.js";
import type { TitleOptions } from "../../../src/google-sync/calendar/index.js";
import { ada, anEntry, aSession } from "./builders.js";

const options = (template: string, more: Partial<TitleOptions> = {}): TitleOptions => ({
  template,
  sendsPhone: false,
  maySeeClients: true,
  ...more,
});

describe("the title of a linked entry", () => {
  const everything = "{client}, {phone}: {description} ({type})";
  for (const { what, entry, with: chosen, title } of [
    {
      what: "client and description",
      entry: aSession(),
      with: options("{client} - {description}"),
      title: "Ada Smith - Portrait",
    },
    {
      what: "every placeholder",
      entry: aSession(),
      with: options(everything, { sendsPhone: true }),
      title: "Ada Smith, (312) 555-0147: Portrait (Family)",
    },
    {
      what: "no phone unless the studio sends it",
      entry: aSession(),
      with: options("{client} {phone}"),
      title: "Ada Smith",
    },
    {
      what: "no phone where the client has none",
      entry: aSession({ client: { ...ada, phone: undefined } }),
      with: options("{client} {phone}", { sendsPhone: true }),
      title: "Ada Smith",
    },
    {
      what: "nothing of a client the user may not see",
      entry: aSession(),
      with: options("{client} {phone} - {description}", { sendsPhone: true, maySeeClients: false }),
      title: "Portrait",
    },
    {
      what: "a client of one name",
      entry: aSession({ client: { ...ada, firstName: "" } }),
      with: options("{client}"),
      title: "Smith",
    },
    {
      what: "a client without a name by the company",
      entry: aSession({ client: { ...ada, firstName: "", lastName: "" } }),
      with: options("{client}"),
      title: "Smith & Co",
    },
    { what: "no client", entry: anEntry(), with: options("{client} - {description}"), title: "Meeting" },
    {
      what: "no description",
      entry: aSession({ description: "" }),
      with: options("{client} - {description}"),
      title: "Ada Smith",
    },
    {
      what: "text of one's own, and what is no placeholder",
      entry: aSession(),
      with: options("{x} {type}!"),
      title: "{x} Family!",
    },
    {
      what: "a placeholder in the Description is just text",
      entry: aSession({ description: "{client}" }),
      with: options("{client} - {description}"),
      title: "Ada Smith - {client}",
    },
    { what: "a placeholder used twice", entry: aSession(), with: options("{type} {type}"), title: "Family Family" },
  ]) {
    it(`C2: ${what}: "${title}"`, () => {
      assert.equal(renderTitle(entry, chosen), title);
    });
  }
});

describe("the Description in a title that comes back", () => {
  for (const { template, title, description } of [
    { template: "{client} - {description}", title: "Ada Smith - Twins", description: "Twins" },
    { template: "{client} - {description}", title: "Ada Smith -  Twins ", description: "Twins" },
    { template: "{client} - {description}", title: "Ada Smith - ", description: "" },
    { template: "{client} - {description}", title: "Ada Smith -", description: "" },
    { template: "{client} - {description}", title: "Ada Smith", description: "" },
    { template: "{client} - {description}", title: "Ada Smit", description: undefined },
    { template: "{client} - {description}", title: "Twins", description: undefined },
    { template: "{client} - {description}", title: "x Ada Smith - Twins", description: undefined },
    { template: "{client} - {description} ({type})", title: "Ada Smith - Twins (Family)", description: "Twins" },
    { template: "{client} - {description} ({type})", title: "Ada Smith - Twins (Family) x", description: undefined },
    { template: "{client} - {description} ({type})", title: "Ada Smith - (Family)", description: undefined },
    { template: "{description} ({client})", title: "Twins (Ada Smith)", description: "Twins" },
    { template: "{description}", title: "Anything - at all", description: "Anything - at all" },
    { template: "aba{description}aba", title: "ababa", description: undefined },
    { template: "aba{description}aba", title: "abaaba", description: "" },
    { template: "{client} ({type})", title: "Ada Smith (Family)", description: undefined },
    { template: "{client}", title: "Ada SmitAda Smith", description: undefined },
    { template: "{description} {description}", title: "Twins Twins", description: undefined },
    { template: "{description}-{description}", title: "Twins-", description: undefined },
  ]) {
    it(`C7: "${title}" made by "${template}" holds ${description === undefined ? "none" : `"${description}"`}`, () => {
      assert.equal(descriptionInTitle(title, aSession(), options(template)), description);
    });
  }

  for (const { template, title } of [
    { template: "{client} - {description}", title: "Twins" },
    { template: "{description} - {client}", title: "Twins" },
  ]) {
    it(`C7, X1: separators that an unseen client leaves out of "${template}" are not asked for`, () => {
      assert.equal(descriptionInTitle(title, aSession(), options(template, { maySeeClients: false })), "Twins");
    });
  }

  it("C7: is the one the title was made with", () => {
    const templates = constantFrom(
      "{client} - {description}",
      "{description}: {client}",
      "{type} {description} ({client})",
      "{description}",
      "[{client}] {description}!",
    );
    check(
      property(templates, string({ unit: "grapheme" }), (template, text) => {
        const description = text.replace(/^[\s\-–—:|,/]+|[\s\-–—:|,/]+$/g, "");
        const entry = aSession({ description });
        assert.equal(descriptionInTitle(renderTitle(entry, options(template)), entry, options(template)), description);
      }),
    );
  });
});
