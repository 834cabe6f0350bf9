// Says above the page why it may not show the present.

/** The page that was asked for needs a session, and there is none any more. */
export class SessionEnded extends Error {}

/** The elements of which at most one is shown. */
const BANNERS = ["away", "ended", "late"];

/** Shows the banner with this id, or none. */
export function showTrouble(id) {
  for (const banner of BANNERS) {
    document.getElementById(banner).hidden = banner !== id;
  }
}

/** Returns the banner for a failed request. */
export function troubleOf(error) {
  return error instanceof SessionEnded ? "ended" : "away";
}
