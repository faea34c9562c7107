/** A choice between more than these is a list to open instead of buttons. */
export const mostButtons = 10;
