import type { feedEn } from '../../en/screens/feed.js';
import type { Translation } from '../../language.js';

/** Lo que se lee fuera de las páginas: canales de novedades. */
export const feedEs: Translation<typeof feedEn> = {
  changes: (state) => `Vigía: qué cambió sobre ${state}`,
  changesLink: 'Novedades, para lectores de canales (Atom)',
  document: (title) => `Documento: ${title}`,
  documentWhat: 'Consta con sus recomendaciones, o se enmendó.',
  statuses: (status, count, document) =>
    `${status}: ${count} ${count === 1 ? 'recomendación' : 'recomendaciones'}, ${document}`,
  more: (count) => `y ${count} más`,
  figures: (indicator, source) => `Cifras publicadas: ${indicator} (${source})`,
  figuresWhat: (cells, from, to) => `${cells} ${cells === 1 ? 'valor' : 'valores'}, del ${from} al ${to}`,
  assessed: (who, code, grade) => `Evaluación de ${code}, ${who}: ${grade}`,
  withdrawn: (who, code) => `Evaluación de ${code} retirada, ${who}`,
  moved: (what, document) => `Cambió la fecha: ${what}, ${document}`,
  movedWhat: (now, before) => `Ahora: ${now}. Antes: ${before}.`,
};
