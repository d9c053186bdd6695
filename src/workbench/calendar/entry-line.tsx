import { CameraIcon, LockIcon, PersonIcon, UnlinkedIcon } from "../common/icons.js";
import { calendarTexts as texts } from "../texts/en/calendar-texts.js";
import type { CalendarLine, EntryKind, LineOwner } from "./entry-kind.js";

/** One entry in the calendar: its kind as an icon and, for screen readers, in words. */
export function EntryLine({
  entry,
  kind,
  owners,
  namesOwners,
  time,
}: CalendarLine["extendedProps"] & { readonly time: string }) {
  const title = entry.title === "" ? texts.noDescription : entry.title;
  return (
    <div className="wb-entry-line">
      <span className="wb-entry-stripe" style={{ background: stripeOf(owners) }} aria-hidden="true" />
      <KindIcon kind={kind} />
      <span className="wb-sr-only">{texts.kindOf(texts.kinds[kind])}</span>
      <span className="wb-entry-title">
        {entry.clientName === "" ? title : texts.ofClient(entry.clientName, title)}
      </span>
      {namesOwners && <Owners owners={owners} />}
      {entry.isFree && <span className="wb-entry-tag">{texts.free}</span>}
      {time !== "" && <span className="wb-entry-time">{time}</span>}
    </div>
  );
}

/** The first of those whose it is, and how many more; all of them for screen readers. */
function Owners({ owners }: { readonly owners: readonly LineOwner[] }) {
  const [first, ...others] = owners.map(({ short }) => short);
  return (
    <>
      <span className="wb-entry-who" aria-hidden="true">
        {others.length === 0 ? first : `${first} +${others.length}`}
      </span>
      <span className="wb-sr-only"> ({[first, ...others].join(", ")}) </span>
    </>
  );
}

/** The colours of all whose it is, one below the other. */
function stripeOf(owners: readonly LineOwner[]): string {
  const stops = owners.map(
    ({ colour }, index) => `${colour} ${(100 * index) / owners.length}% ${(100 * (index + 1)) / owners.length}%`,
  );
  return `linear-gradient(${stops.length === 1 ? `${owners[0]?.colour}, ${owners[0]?.colour}` : stops.join(", ")})`;
}

/** What the icons and outlines mean. */
export function Legend() {
  const kinds: readonly EntryKind[] = ["session", "client-appointment", "unlinked", "private"];
  return (
    <ul className="wb-legend" aria-label={texts.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <span className={`wb-entry wb-entry-${kind} wb-swatch`}>
            <KindIcon kind={kind} />
          </span>
          {texts.kinds[kind]}
        </li>
      ))}
      <li>
        <span className="wb-entry wb-entry-unlinked wb-entry-free wb-swatch">
          <UnlinkedIcon />
        </span>
        {texts.freeMeans}
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
