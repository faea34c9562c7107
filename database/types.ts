import pg from 'pg';

/** Values as the driver reads them, except that a day stays text: it has no time zone. */
export const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (value) => value);
