import { numberInWords } from '../../format/format.js';
import type { Translation } from '../../language.js';
import type { recommendationEn } from '../../en/screens/recommendation.js';

const feminine = (value: number): string => (value === 1 ? 'una' : numberInWords('es', value));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** La lista de recomendaciones, y la página de una. */
export const recommendationEs: Translation<typeof recommendationEn> = {
  list: {
    documentTitle: 'Recomendaciones',
    title: (shown, more, conditions) => {
      const counted =
        shown === 0
          ? 'No hay ninguna recomendación así'
          : more
            ? `Las primeras ${shown} recomendaciones`
            : `${capital(feminine(shown))} ${shown === 1 ? 'recomendación' : 'recomendaciones'}`;
      return conditions === '' ? counted : `${counted}: ${conditions}`;
    },
    titleOfAll: (total) => `Las ${total} recomendaciones, palabra por palabra`,
    filter: 'Mostrar solo',
    status: 'Estado',
    theme: 'Tema',
    institution: 'Responsable',
    document: 'Documento',
    any: 'Todos',
    holding: (words: string) => `«${words}»`,
    apply: 'Mostrar',
    onlyLed: 'Solo lo que dirige',
    clear: 'Mostrar todas',
    paragraph: 'Párr.',
    recommendation: 'Recomendación',
    due: 'Fecha más próxima',
    lead: 'Responsable',
    next: 'Página siguiente',
    empty: 'Ninguna recomendación cumple todo esto. Elija menos condiciones.',
    noDate: 'Sin fecha abierta',
  },
  label: (code) => `Recomendación ${code}`,
  paragraph: (code) => `Párrafo ${code}`,
  concern: 'La preocupación',
  concernNote: (paragraph) => `Lo que vio el Comité, párrafo ${paragraph}.`,
  opening: 'Las palabras iniciales',
  openingNote: (verb) => `Rigen cada letra que sigue. El verbo es «${verb}».`,
  official: 'La recomendación',
  officialNote: 'Citada palabra por palabra. El título de arriba es nuestro.',
  chapeauNote: 'Este párrafo recomienda algo por sí mismo antes de que empiecen sus letras.',
  otherLanguage: (language, wanted) =>
    `Texto oficial en ${language}; no se ha incorporado ninguna versión en ${wanted}.`,
  languageNames: { en: 'inglés', es: 'español', fr: 'francés' },
  whoMustAct: 'Quién debe actuar',
  named: 'Nombrado en el texto',
  responsible: 'Responsable hoy',
  role: 'Papel',
  roles: { lead: 'Dirige', support: 'Apoya' },
  notNamed: 'No se nombra a nadie',
  nobody: 'Nadie responde por ello',
  nobodyAtAll: 'No se ha nombrado a ninguna institución para esta recomendación, ni en el texto ni después.',
  dates: 'Qué se debe, y para cuándo',
  obligation: 'Qué se debe',
  period: 'Período',
  due: 'Vence',
  sent: 'Enviado',
  yes: 'Sí',
  no: 'No',
  required: 'exigido',
  noDates: 'Esta recomendación no tiene nada pendiente con fecha.',
  indicators: 'Lo que dicen los indicadores',
  tracks: { data: 'Datos', budget: 'Presupuesto', prosecutions: 'Casos penales' },
  allCharted: 'Cada uno se muestra arriba.',
  noIndicators: 'Ningún indicador de esta clase.',
  siblings: 'En el mismo párrafo',
  references: 'El texto remite a',
  article: (article, instrument) =>
    instrument === null ? `artículo ${article}` : `artículo ${article}, ${instrument}`,
  previous: (code) => `Anterior: ${code}`,
  next: (code) => `Siguiente: ${code}`,
  source: (title, symbol) => `${title}, ${symbol}`,
  inferred: (symbol) => `${symbol} (signatura deducida: el texto no da la suya)`,
  allValuesDemonstration: 'Las cifras con la marca demostración son inventadas',
};
