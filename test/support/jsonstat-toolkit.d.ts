declare module 'jsonstat-toolkit' {
  interface Dataset {
    /** Number of cells that the dataset has a place for. */
    readonly n: number;
    Data(at: Readonly<Record<string, string>>): {
      readonly value: number | null;
      readonly status: string | null;
    };
  }
  export default function JSONstat(dataset: object): Dataset;
}
