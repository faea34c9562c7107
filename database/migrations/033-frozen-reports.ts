/**
 * What a version of a report says, and its hash, is written once; what becomes of it, whether it is the
 * final one and from when everybody may read it, is told beside.
 */
export const frozenReports = `
revoke update on follow_up_report from samverkan_app;
grant update (frozen_at, published_at) on follow_up_report to samverkan_app;
`;
