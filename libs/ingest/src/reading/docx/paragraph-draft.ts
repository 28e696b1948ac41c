/** A paragraph while it is read. */
export interface ParagraphDraft {
  text: string;
  style: string | null;
  list: string | null;
  level: number | null;
  outline: number | null;
  /** The end of the paragraph was deleted: it goes on in the next one. */
  joinsNext: boolean;
  endsPageBefore: boolean;
  endsPageAfter: boolean;
  /** Text of the frames that are anchored in it, printed after it. */
  readonly frames: string[];
  readonly notes: string[];
}

export function newParagraph(): ParagraphDraft {
  return {
    text: '',
    style: null,
    list: null,
    level: null,
    outline: null,
    joinsNext: false,
    endsPageBefore: false,
    endsPageAfter: false,
    frames: [],
    notes: [],
  };
}
