import { buildAll } from '../../../../scripts/build/index';

/** The page and the workflow bundle, built once however many suites want them at once. */
export async function start() {
  return { where: await buildAll(console.log) };
}
