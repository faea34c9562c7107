/// <reference types="vite/client" />

/** The part of the page's texts that is loaded apart, see `vite.config.ts`. */
declare module '*.json?linked' {
  const texts: object;
  export default texts;
}
