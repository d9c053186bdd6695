import assert from "node:assert/strict";

import { array, check, constantFrom, integer, property, string } from "fast-check";

import { cutTo, descriptionOf, plainText } from "../../../src/google-sync/calendar/index.js";

describe("a Google description as plain text", () => {
  for (const [description, text] of [
    ["", ""],
    ["  Bring film \n", "Bring film"],
    ["one\r\ntwo\r\n", "one\ntwo"],
    ["one \n\n\n\ntwo", "one \n\n\n\ntwo"],
    ["5 < 6 and 7 > 3", "5 < 6 and 7 > 3"],
    ["a <b", "a <b"],
    ["AT&T; R&D", "AT&T; R&D"],
    ["Ask Ada <ada@example.test>", "Ask Ada <ada@example.test>"],
    ["Ask Ada <ada@example.test>, <b>now</b>", "Ask Ada <ada@example.test>, now"],
    ["Bring <b>film</b>", "Bring film"],
    ["Bring <B class='x'>film</B>", "Bring film"],
    ["<span\nstyle='x'>film</span>", "film"],
    ["one<br>two<br/>three<BR />four", "one\ntwo\nthree\nfour"],
    ["<p>one</p><p>two</p>", "one\ntwo"],
    ["<div>one</div ><h2>two</h2>three", "one\ntwo\nthree"],
    ["<table><tr><td>one</td></tr><tr><td>two</td></tr></table>", "one\ntwo"],
    ["List:<ul><li>one</li><li class='x'>two</li></ul>end", "List:\n- one\n- two\nend"],
    ["<ol><li>one</ol>end", "- one\nend"],
    ["one<p></p><p></p><p></p>two", "one\n\ntwo"],
    ["one<br><br>two", "one\n\ntwo"],
    ["one \t<br>two", "one\ntwo"],
    ["a <!-- secret <b> --> b", "a  b"],
    ["a<script type='x'>alert('<b>')</script >b", "ab"],
    ["a<style>p { x: y }</style>b<script>c</script>d", "abd"],
    ['<a href="https://a.example.test">Map</a>', "Map (https://a.example.test)"],
    ["<a class='x' HREF = 'https://a.example.test' target='_blank'><b>Map</b></a>", "Map (https://a.example.test)"],
    ["<a href=https://a.example.test>Map</a>", "Map (https://a.example.test)"],
    ["<a href='https://a.example.test'> <u>https://a.example.test</u> </a>", "https://a.example.test"],
    [
      "<a href='https://a.example.test'>one</a> <a href='https://b.example.test'>two</a>",
      "one (https://a.example.test) two (https://b.example.test)",
    ],
    ["<a name='x'>Map</a>", "Map"],
    ["Tom &amp; Jerry &lt;3 &gt; &quot;x&quot; &apos;y&apos;", "Tom & Jerry <3 > \"x\" 'y'"],
    ["a&nbsp;b &AMP; c", "a b & c"],
    ["&#65;&#x42;&#X43;&#128247;", "ABC📷"],
    ["&#0; &#x110000; &#x10ffff;", "&#0; &#x110000; \u{10ffff}"],
    ["&#1;", "\u0001"],
    ["&unknown; &amp;lt;", "&unknown; &lt;"],
    ["&lt;b&gt;bold&lt;/b&gt;", "<b>bold</b>"],
  ] as const) {
    it(`C9: ${JSON.stringify(description)} is ${JSON.stringify(text)}`, () => {
      assert.equal(plainText(description), text);
    });
  }

  for (const odd of ["<a href==", "<a ", "<a href='x' ", " ", "<!--", "<script>", "<li "]) {
    it(`G3: takes no time to speak of over "${odd}" again and again`, () => {
      const before = performance.now();
      plainText(`<br>${odd.repeat(8192 / odd.length)}`);
      assert.ok(performance.now() - before < 1000);
    });
  }
});

describe("notes as a Google description", () => {
  for (const [notes, description] of [
    ["Bring film & 2 < 3 lenses", "Bring film & 2 < 3 lenses"],
    ["Ask <ada@example.test>", "Ask <ada@example.test>"],
    ["<b>bold</b> & more", "&lt;b&gt;bold&lt;/b&gt; &amp; more"],
    ["Tom &amp; Jerry", "Tom &amp;amp; Jerry"],
  ] as const) {
    it(`X3: ${JSON.stringify(notes)} is sent as ${JSON.stringify(description)}`, () => {
      assert.equal(descriptionOf(notes), description);
    });
  }

  it("C9, X3: come back as they were", () => {
    const words = constantFrom(
      "<b>",
      "</b>",
      "<br>",
      "&amp;",
      "&",
      "<",
      ">",
      "a",
      "film",
      " ",
      "\n",
      "<li>",
      "&#65;",
      "-->",
    );
    check(
      property(array(words), (parts) => {
        const notes = parts
          .join("")
          .replace(/ +\n/g, "\n")
          .replace(/\n{3,}/g, "\n\n")
          .trim();
        assert.equal(plainText(descriptionOf(notes)), notes);
      }),
    );
  });
});

describe("a text cut to a column", () => {
  for (const [text, length, cut] of [
    ["abc", 3, "abc"],
    ["abcd", 3, "abc"],
    ["ab d", 3, "ab"],
    ["ab ", 3, "ab "],
    ["", 0, ""],
    ["ab📷", 3, "ab"],
    ["a📷b", 3, "a📷"],
    ["a 📷b", 3, "a"],
  ] as const) {
    it(`C11: ${JSON.stringify(text)} in ${length} is ${JSON.stringify(cut)}`, () => {
      assert.equal(cutTo(text, length), cut);
    });
  }

  it("C11: is a beginning of it, never longer than the column", () => {
    check(
      property(string({ unit: "grapheme" }), integer({ min: 0, max: 30 }), (text, length) => {
        const cut = cutTo(text, length);
        assert.ok(text.startsWith(cut) && cut.length <= length);
      }),
    );
  });
});
