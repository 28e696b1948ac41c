declare module 'virtual:assets' {
  /** Addresses of the built files. */
  export const assets: {
    readonly script: string;
    readonly styles: readonly string[];
    readonly plainStyle: string;
    readonly fonts: readonly string[];
  };
}
