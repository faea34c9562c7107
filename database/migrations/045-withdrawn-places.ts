/** A place in a round that a body had added by mistake is no place any more; its row stays. */
export const withdrawnPlaces = `
alter table matter add column withdrawn_at timestamptz;
`;
