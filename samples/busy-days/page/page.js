import { connect } from "./connection.js";

const weeks = document.querySelector("#weeks");
const said = document.querySelector("#said");
const days = document.querySelector("#days");

const spectra = await connect((theme) => {
  document.documentElement.dataset.theme = theme;
});
weeks.append(...spectra.data.choices.map((count) => new Option(String(count), String(count))));
weeks.addEventListener("change", show);
await show();

async function show() {
  try {
    const { value } = await spectra.call("busy-days.count", { weeks: Number(weeks.value) });
    draw(value.counts);
    said.textContent = "";
  } catch (failure) {
    said.textContent = failure.message;
  }
  spectra.fit();
}

function draw(counts) {
  const busiest = Math.max(1, ...counts);
  // A Sunday, and the days after it, named as the studio names days.
  const format = new Intl.DateTimeFormat(spectra.locale, { weekday: "long", timeZone: "UTC" });
  days.replaceChildren(
    ...counts.map((count, index) => {
      const row = document.createElement("tr");
      const name = Object.assign(document.createElement("th"), {
        scope: "row",
        textContent: format.format(new Date(Date.UTC(2026, 0, 4 + index))),
      });
      const bar = Object.assign(document.createElement("meter"), { max: busiest, value: count });
      bar.setAttribute("aria-hidden", "true");
      const cell = document.createElement("td");
      cell.append(bar, ` ${count.toLocaleString(spectra.locale)}`);
      row.append(name, cell);
      return row;
    }),
  );
}
