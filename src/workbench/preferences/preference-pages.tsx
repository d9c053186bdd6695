import { useCallback, useMemo } from "react";
import type { ReactNode } from "react";

import type { PageSummary } from "../api/payloads.js";
import { Notice } from "../common/notice.js";
import { Empty, WhenLoaded } from "../common/screen.js";
import { Sentence } from "../common/sentence.js";
import { useLoaded } from "../common/use-loaded.js";
import type { PageOwner, Route } from "../routing/route.js";
import { PlaceLink, useRouter } from "../routing/router.js";
import { useAllowed, useApi, useReloadOn } from "../shell/session.js";
import { preferencesTexts as texts } from "../texts/en/preferences-texts.js";
import { pageListPath } from "./page-path.js";
import { PreferencePage } from "./preference-page.js";

interface PreferencePagesProps {
  readonly owner: PageOwner;
  /** The first page when undefined. */
  readonly pageId: string | undefined;
  readonly placeOf: (pageId: string) => Route;
  /** A first tab that is no contributed page. */
  readonly general?: { readonly title: string; readonly place: Route; readonly content: ReactNode };
}

/** All contributed pages of an owner, one of them open. */
export function PreferencePages({ owner, pageId, placeOf, general }: PreferencePagesProps) {
  const api = useApi();
  const path = pageListPath(owner);
  const pages = useLoaded(useCallback((signal) => api.get<readonly PageSummary[]>(path, signal), [api, path]));
  useReloadOn(["plugins-changed"], pages.reload);
  // The same owner stays the same object, so that the page is not loaded anew with every drawing.
  const userId = owner.kind === "user" ? owner.userId : undefined;
  const sameOwner = useMemo<PageOwner>(
    () => (userId === undefined ? { kind: "company" } : { kind: "user", userId }),
    [userId],
  );
  return (
    <WhenLoaded loaded={pages}>
      {(all) => {
        const open = pageId ?? (general === undefined ? all[0]?.id : undefined);
        const isKnown = all.some(({ id }) => id === open);
        return (
          <>
            {(all.length > 0 || general !== undefined) && (
              <Tabs pages={all} open={open} placeOf={placeOf} general={general} />
            )}
            {open === undefined && general !== undefined ? (
              general.content
            ) : isKnown && open !== undefined ? (
              <PreferencePage key={`${path} ${userId ?? ""} ${open}`} owner={sameOwner} pageId={open} />
            ) : (
              <NoPage isAnyThere={all.length > 0} />
            )}
          </>
        );
      }}
    </WhenLoaded>
  );
}

interface TabsProps {
  readonly pages: readonly PageSummary[];
  readonly open: string | undefined;
  readonly placeOf: (pageId: string) => Route;
  readonly general: PreferencePagesProps["general"];
}

function Tabs({ pages, open, placeOf, general }: TabsProps) {
  return (
    <nav className="wb-tabs" aria-label={texts.pages}>
      {general !== undefined && (
        <PlaceLink to={general.place} className="wb-tab" aria-current={open === undefined ? "page" : undefined}>
          {general.title}
        </PlaceLink>
      )}
      {pages.map(({ id, title }) => (
        <PlaceLink key={id} to={placeOf(id)} className="wb-tab" aria-current={id === open ? "page" : undefined}>
          {title}
        </PlaceLink>
      ))}
    </nav>
  );
}

function NoPage({ isAnyThere }: { readonly isAnyThere: boolean }) {
  const { told } = useRouter();
  const maySwitchPlugins = useAllowed("Plugin Manager", "view");
  return (
    <>
      {told !== undefined && <Notice isNew severity={told.isProblem ? "error" : "success"} text={told.message} />}
      <Empty>
        {isAnyThere ? texts.gone : texts.nothing}
        <Sentence
          text={maySwitchPlugins ? texts.switchOn : texts.askAdministrator}
          part={(words) => <PlaceLink to={{ kind: "plugins" }}>{words}</PlaceLink>}
        />
      </Empty>
    </>
  );
}
