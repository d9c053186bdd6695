import { CameraIcon, LockIcon, PersonIcon, UnlinkedIcon } from "../common/icons.js";
import { kindTexts } from "./entry-kind.js";
import type { CalendarLine, EntryKind } from "./entry-kind.js";

/** One entry in the calendar: its kind as an icon and, for screen readers, in words. */
export function EntryLine({
  entry,
  kind,
  who,
  colour,
  time,
}: CalendarLine["extendedProps"] & { readonly time: string }) {
  const title = entry.title === "" ? "No description" : entry.title;
  return (
    <div className="wb-entry-line">
      <span className="wb-entry-stripe" style={{ background: colour }} aria-hidden="true" />
      <KindIcon kind={kind} />
      <span className="wb-sr-only">{kindTexts[kind]}: </span>
      {who !== "" && <span className="wb-entry-who">{who}</span>}
      <span className="wb-entry-title">{entry.clientName === "" ? title : `${entry.clientName} - ${title}`}</span>
      {entry.isFree && <span className="wb-entry-tag">Free</span>}
      {time !== "" && <span className="wb-entry-time">{time}</span>}
    </div>
  );
}

/** What the icons and outlines mean. */
export function Legend() {
  const kinds: readonly EntryKind[] = ["session", "client-appointment", "unlinked", "private"];
  return (
    <ul className="wb-legend" aria-label="What the entries are">
      {kinds.map((kind) => (
        <li key={kind}>
          <span className={`wb-entry wb-entry-${kind} wb-swatch`}>
            <KindIcon kind={kind} />
          </span>
          {kindTexts[kind]}
        </li>
      ))}
      <li>
        <span className="wb-entry wb-entry-unlinked wb-entry-free wb-swatch">
          <UnlinkedIcon />
        </span>
        Free: does not take the time
      </li>
    </ul>
  );
}

function KindIcon({ kind }: { readonly kind: EntryKind }) {
  switch (kind) {
    case "session":
      return <CameraIcon />;
    case "client-appointment":
      return <PersonIcon />;
    case "unlinked":
      return <UnlinkedIcon />;
    case "private":
      return <LockIcon />;
  }
}
