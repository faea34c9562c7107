import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { cacheDirectory } from '../../scripts/project';

const run = promisify(execFile);
const version = '1.28.2';

/** A project that has veraPDF as its only dependency. */
const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>samverkan</groupId>
  <artifactId>verapdf</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.verapdf.apps</groupId>
      <artifactId>greenfield-apps</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`;

/** veraPDF by Maven, kept outside the checkout; later runs find it there. Returns its class path. */
export async function installVeraPdf(): Promise<string> {
  const directory = path.join(cacheDirectory(), `verapdf-${version}`);
  const list = path.join(directory, 'classpath');
  if (!(await isComplete(list))) await download(directory, list);
  return (await readFile(list, 'utf8')).trim();
}

/** Maven keeps the files in its own repository, which somebody may have emptied since. */
async function isComplete(list: string): Promise<boolean> {
  if (!existsSync(list)) return false;
  const files = (await readFile(list, 'utf8')).trim().split(path.delimiter);
  return files.every((file) => existsSync(file));
}

async function download(directory: string, list: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(path.join(directory, 'pom.xml'), pom);
  const output = `${list}.${process.pid}`;
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath';
  const args = ['--batch-mode', '--quiet', goal, `-Dmdep.outputFile=${output}`];
  await run('mvn', args, { cwd: directory });
  await rename(output, list);
}
