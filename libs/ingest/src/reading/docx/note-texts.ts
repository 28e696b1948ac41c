import { Story } from './story.js';
import type { XmlElement, XmlListener } from './xml-reader.js';

/** Reads `footnotes.xml` or `endnotes.xml`: each note as one line of text. The lines that part notes from the text are none. */
export class NoteTexts implements XmlListener {
  readonly texts = new Map<string, string>();
  private id: string | null = null;
  private readonly story = new Story(
    {
      paragraph: ({ text, frames }) => {
        if (this.id === null) return;
        const line = [this.texts.get(this.id) ?? '', text, ...frames].join(' ');
        this.texts.set(this.id, line.replace(/\s+/g, ' ').trim());
      },
    },
    () => '',
  );

  open(element: XmlElement): void {
    if (element.name === 'footnote' || element.name === 'endnote') {
      const type = element.attribute('type') ?? 'normal';
      this.id = type === 'normal' ? (element.attribute('id') ?? null) : null;
    }
    this.story.open(element);
  }

  close(name: string): void {
    this.story.close(name);
  }

  text(text: string): void {
    this.story.text(text);
  }
}
