import { installVeraPdf } from '../../vera-pdf';

/** veraPDF, fetched once however many suites want it at once. */
export async function start() {
  return { where: { classpath: await installVeraPdf() } };
}
