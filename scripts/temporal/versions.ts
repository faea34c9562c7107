/** Numbers of a release, most significant first. */
export type Version = readonly [major: number, minor: number, patch: number];

/** The oldest server that can skip a workflow's time, which tests and rehearsal need. */
export const oldestServer: Version = [1, 32, 0];
/** The oldest `temporal` command line that carries such a server. */
export const oldestCli: Version = [1, 9, 0];
/** The server we build and test with, and the Go that builds it. */
export const builtServer: Version = [1, 32, 1];
export const oldestGo: Version = [1, 26, 8];
/** The command line that is fetched when there is none. */
export const fetchedCli: Version = [1, 9, 1];

/** The first `x.y` or `x.y.z` in a text, or undefined. */
export function findVersion(text: string): Version | undefined {
  const match = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : undefined;
}

export function isAtLeast(version: Version, oldest: Version): boolean {
  for (const [index, part] of version.entries()) {
    const limit = oldest[index] ?? 0;
    if (part !== limit) return part > limit;
  }
  return true;
}

export function format(version: Version): string {
  return version.join('.');
}

/**
 * Reads `temporal --version`: `temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)`.
 * Undefined when it says something else.
 */
export function readCliVersions(text: string): { cli: Version; server: Version } | undefined {
  const match = /temporal version (\S+) \(server ([^,)\s]+)/i.exec(text);
  const cli = findVersion(match?.[1] ?? '');
  const server = findVersion(match?.[2] ?? '');
  return cli && server ? { cli, server } : undefined;
}

/**
 * The server's version in a command line that says `versionText` of itself, or why it does not do,
 * as the end of a sentence.
 */
export function judgeCli(versionText: string): { server: string } | { shortcoming: string } {
  const versions = readCliVersions(versionText);
  if (!versions) return { shortcoming: 'does not say its version' };
  const { cli, server } = versions;
  if (isAtLeast(cli, oldestCli) && isAtLeast(server, oldestServer)) {
    return { server: format(server) };
  }
  const needed = `at least ${format(oldestCli)} with server ${format(oldestServer)} is needed`;
  return { shortcoming: `is version ${format(cli)} with server ${format(server)}, ${needed}` };
}
