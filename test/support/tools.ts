import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What a suite may need beyond Node and the project's own packages. */
export type Tool = 'postgres' | 'chromium' | 'poppler' | 'verapdf' | 'java' | 'go' | 'cargo';

interface Need {
  /** What to install, in a sentence. */
  advice: string;
  /** The path of the program, or of one that stands for all of them. */
  find(): string | undefined;
}

const needs: Record<Tool, Need> = {
  postgres: {
    advice: 'Install PostgreSQL 15 or newer, or set TEST_DATABASE_URL to one that may be used.',
    find: () => process.env.TEST_DATABASE_URL ?? findPostgres('initdb'),
  },
  chromium: {
    advice: 'Install Chromium or Chrome, or set CHROMIUM_PATH.',
    find: () =>
      process.env.CHROMIUM_PATH ??
      onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
      existing('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
  },
  poppler: {
    advice: 'Install poppler-utils.',
    find: () => onPath('pdftotext'),
  },
  verapdf: {
    advice: 'Install Maven and a Java runtime (17 or newer): veraPDF comes through Maven.',
    find: () => (onPath('java') ? onPath('mvn') : undefined),
  },
  java: {
    advice: 'Install a Java runtime, 17 or newer.',
    find: () => onPath('java'),
  },
  go: {
    advice: 'Install Go 1.26.8 or newer.',
    find: () => onPath('go'),
  },
  cargo: {
    advice: 'Install Rust with Cargo, 1.85 or newer: the parser of SIE files comes as a crate.',
    find: () => onPath('cargo'),
  },
};

/** The tool's path, or undefined when this machine lacks it. */
export function findTool(tool: Tool): string | undefined {
  return needs[tool].find();
}

/** What to do about a missing tool, in a sentence. */
export function adviceFor(tool: Tool): string {
  return needs[tool].advice;
}

/**
 * The tool's path.
 * @throws Error that says what to install
 */
export function requireTool(tool: Tool): string {
  const found = findTool(tool);
  if (!found) throw new Error(adviceFor(tool));
  return found;
}

/** A program of the PostgreSQL server; Debian keeps them off the PATH, one folder per version. */
export function findPostgres(program: string): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newestFirst = versions.map(Number).sort((a, b) => b - a);
  return (
    newestFirst.map((version) => existing(`${debian}/${version}/bin/${program}`)).find(Boolean) ??
    onPath(program)
  );
}

function onPath(...programs: string[]): string | undefined {
  const directories = (process.env.PATH ?? '').split(path.delimiter);
  return programs
    .flatMap((program) => directories.map((directory) => path.join(directory, program)))
    .find(existing);
}

function existing(file: string): string | undefined {
  try {
    accessSync(file, constants.X_OK);
    return file;
  } catch {
    return undefined;
  }
}
