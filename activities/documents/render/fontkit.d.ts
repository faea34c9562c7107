/** The part of fontkit that is used; the package brings no types. */
declare module 'fontkit' {
  export interface Font {
    readonly postscriptName: string;
    readonly characterSet: readonly number[];
    readonly layout: (text: string) => { advanceWidth: number };
  }
  export function openSync(path: string): Font;
}
