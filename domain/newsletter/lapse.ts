/**
 * Weeks after its last day in which a draft of a newsletter can still be sent. Its case is then ended: what it
 * tells is old, and whoever is asked has been told of it every week. A workflow counts by it, so a
 * change of it is made with `patched`.
 */
export const weeksUntilLapse = 8;
