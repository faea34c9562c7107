/** A matter went from the body that a record says has ended, or back to it, as that record was wrong. */
export interface Move {
  /** The record of the body's end that it went by. */
  ending: string;
  /** The body that the record is of. */
  body: string;
  /** The body lives: the matter came back to it. */
  back: boolean;
}

/**
 * The records by which a matter is not with the body it was meant for. Whatever a body's later record moves
 * undoes what came after it first went from there.
 * @param moves of one matter, in the order they happened
 */
export function standingMoves(moves: readonly Move[]): string[] {
  let standing: Move[] = [];
  for (const move of moves) {
    const first = standing.findIndex(({ body }) => body === move.body);
    if (first !== -1) standing = standing.slice(0, first);
    if (!move.back) standing.push(move);
  }
  return standing.map(({ ending }) => ending);
}
