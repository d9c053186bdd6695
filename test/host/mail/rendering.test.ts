import assert from "node:assert/strict";

import type { MailBlock } from "../../../src/api/index.js";
import type { Letterhead } from "../../../src/host/mail/letterhead.js";
import { renderHtml } from "../../../src/host/mail/render-html.js";
import { renderText } from "../../../src/host/mail/render-text.js";

const letterhead: Letterhead = {
  studioName: "North & South",
  product: "Spectra",
  locale: "en-US",
  workbenchAddress: "https://studio.example.test",
};
const hostile = `<script>alert(1)</script> & "quotes" 'too'`;

describe("a mail", () => {
  it("is one model in two readings", () => {
    const blocks: readonly MailBlock[] = [
      { kind: "heading", text: "Changed" },
      { kind: "paragraph", text: "Two items changed." },
      {
        kind: "list",
        items: [
          {
            text: "Dentist",
            note: "moved by an hour",
            link: { label: "Event", target: { kind: "web", url: "https://g.test/1" } },
          },
        ],
      },
      {
        kind: "table",
        columns: ["Where", "Made"],
        rows: [
          ["Google", "2"],
          ["Studio", "13"],
        ],
      },
      { kind: "link", link: { label: "Open it", target: { kind: "workbench", path: "/x" } } },
    ];
    assert.equal(
      renderText(blocks, letterhead),
      [
        "Changed\n-------",
        "Two items changed.",
        "* Dentist\n  moved by an hour\n  Event: https://g.test/1",
        "Where   Made\nGoogle  2\nStudio  13",
        "Open it: https://studio.example.test/x",
        "-- \nNorth & South, Spectra\n",
      ].join("\n\n"),
    );
    const html = renderHtml("Subject", blocks, letterhead);
    for (const said of [
      "<h2>Changed</h2>",
      '<p class="plain">Two items',
      "moved by an hour",
      "<td>13</td>",
      "North &amp; South",
    ])
      assert.ok(html.includes(said), said);
  });

  it("writes a table too wide for text line by line", () => {
    const text = renderText(
      [{ kind: "table", columns: ["A", "B"], rows: [["x".repeat(60), "y".repeat(30)]] }],
      letterhead,
    );
    assert.match(text, /^\* A: x{60}\n {2}B: y{30}/);
  });

  it("X3: shows every text as text, wherever it stands", () => {
    const blocks: readonly MailBlock[] = [
      { kind: "heading", text: hostile },
      { kind: "paragraph", text: hostile },
      { kind: "list", items: [{ text: hostile, note: hostile }] },
      { kind: "table", columns: [hostile], rows: [[hostile]] },
      { kind: "link", link: { label: hostile, target: { kind: "web", url: 'https://x.test/"onmouseover="alert(1)' } } },
    ];
    const html = renderHtml(hostile, blocks, { ...letterhead, studioName: hostile, locale: '"><script>' });
    assert.deepEqual([html.match(/<script/g), html.match(/"onmouseover/g)], [null, null]);
  });

  for (const url of ["javascript:alert(1)", "data:text/html,x", "not an address", "file:///etc/passwd"]) {
    it(`X3: makes no link of ${url}`, () => {
      const blocks: readonly MailBlock[] = [{ kind: "link", link: { label: "Go", target: { kind: "web", url } } }];
      assert.doesNotMatch(renderHtml("S", blocks, letterhead), /href/);
      assert.match(renderText(blocks, letterhead), /^Go\n/);
    });
  }

  it("loads nothing from anywhere", () => {
    const html = renderHtml("S", [{ kind: "paragraph", text: "Hello" }], letterhead);
    assert.doesNotMatch(html, /<(img|link|script|iframe|object)|url\(|@import|src=/i);
  });

  it("says what to do in words where nobody knows the workbench's address", () => {
    const blocks: readonly MailBlock[] = [
      { kind: "link", link: { label: "Open Held Changes", target: { kind: "workbench", path: "/x" } } },
    ];
    const unknown = { ...letterhead, workbenchAddress: undefined };
    assert.match(renderText(blocks, unknown), /^Open Held Changes\n/);
    assert.doesNotMatch(renderHtml("S", blocks, unknown), /href/);
  });
});
