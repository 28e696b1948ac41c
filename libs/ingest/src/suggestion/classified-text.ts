import type { ClassifiedText, ParsedDocument, ParsedSection } from '#domain';

/** Each recommendation of a document with what stands around it, by its code. */
export function classifiedTexts(document: ParsedDocument): ReadonlyMap<string, ClassifiedText> {
  const textOf = new Map(document.paragraphs.map(({ number, text }) => [number, text]));
  return new Map(
    document.recommendations.map(({ id, paragraph, role, text }) => [
      id,
      {
        language: document.language,
        instrument: document.instrument,
        text,
        chapeau: role === 'item' ? (textOf.get(paragraph) ?? null) : null,
        headings: headingsOf(document.sections, paragraph),
      },
    ]),
  );
}

function headingsOf(sections: readonly ParsedSection[], paragraph: number): readonly string[] {
  const section = sections.find(({ paragraphs }) => paragraphs.includes(paragraph));
  return section ? [section.title, ...headingsOf(section.sections, paragraph)] : [];
}
