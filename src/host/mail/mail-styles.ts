/** How mails look, in light and in dark; one accent, quiet lines, system letters. Never holds a text of anybody's. */
export const mailStyles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; }
.ground { background: #f3f5f7; color: #1d2733; font: 16px/1.5 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.around { padding: 24px 12px; }
.sheet { max-width: 640px; background: #ffffff; border: 1px solid #dde3ea; border-radius: 10px; border-collapse: separate; }
.head { padding: 14px 28px; border-bottom: 1px solid #e6ebf0; font-size: 14px; font-weight: 600; color: #115e67; }
.studio { font-weight: 400; color: #5b6774; padding-left: 10px; }
.body { padding: 22px 28px 28px; }
h1 { font-size: 21px; line-height: 1.3; margin: 0 0 14px; font-weight: 650; }
h2 { font-size: 16px; line-height: 1.35; margin: 26px 0 8px; font-weight: 650; }
p { margin: 0 0 12px; }
.good, .warning, .error { padding: 10px 14px; border-radius: 6px; border-left: 4px solid; }
.good { background: #e9f6ee; border-color: #2e8b57; }
.warning { background: #fdf4e1; border-color: #c98a12; }
.error { background: #fdecea; border-color: #c0392b; }
ul { margin: 0 0 12px; padding-left: 20px; }
li { margin: 0 0 8px; overflow-wrap: anywhere; }
.note { color: #5b6774; font-size: 14px; }
a { color: #115e67; }
.facts { border-collapse: collapse; margin: 0 0 12px; font-size: 15px; }
.facts th { text-align: left; font-size: 13px; font-weight: 600; color: #5b6774; padding: 6px 12px 6px 0; border-bottom: 2px solid #e6ebf0; }
.facts td { vertical-align: top; padding: 7px 12px 7px 0; border-bottom: 1px solid #e6ebf0; overflow-wrap: anywhere; }
.next { margin: 18px 0 6px; }
.button { display: inline-block; background: #115e67; color: #ffffff; text-decoration: none; font-weight: 600; padding: 10px 18px; border-radius: 6px; }
@media (prefers-color-scheme: dark) {
  .ground { background: #14191f; color: #e6ebf0; }
  .sheet { background: #1c232b; border-color: #303a45; }
  .head { border-color: #303a45; color: #7fd0d8; }
  .studio, .note, .facts th { color: #a3b0bd; }
  .good { background: #16301f; border-color: #4fb37d; }
  .warning { background: #362b12; border-color: #dba73b; }
  .error { background: #3a1d1a; border-color: #e57367; }
  .facts th, .facts td { border-color: #303a45; }
  a { color: #7fd0d8; }
  .button { background: #1c747d; color: #ffffff; }
}
`;
