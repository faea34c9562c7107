/** Years after the case of a forum is closed in which it is known who had registered; then nobody's name is. */
export const registrationYears = 2;
