/** Buscar en lo que es público de un Estado. */
export const searchEs = {
  documentTitle: 'Buscar',
  start: (state: string) => `Busque en lo que se ha pedido a ${state}`,
  title: (shown: number, more: boolean, asked: string) =>
    shown === 0
      ? `Nada contiene «${asked}»`
      : `${more ? (shown === 1 ? 'El primer ' : `Los primeros `) : ''}${shown === 1 && more ? '' : `${shown} `}${shown === 1 ? 'resultado' : 'resultados'} para «${asked}»`,
  label: 'Palabras, o un párrafo como 14(a)',
  hint: 'Deben aparecer todas las palabras; los acentos y las terminaciones no importan. O (en mayúscula) entre dos palabras acepta cualquiera de ellas, "entre comillas" las busca en ese orden y -palabra excluye lo que la contiene.',
  kind: 'Buscar en',
  everything: 'Todo',
  kinds: {
    recommendation: 'Recomendaciones',
    paragraph: 'Párrafos',
    document: 'Documentos',
    indicator: 'Indicadores',
    institution: 'Instituciones',
  },
  search: 'Buscar',
  next: 'Página siguiente',
  inList: 'Palabras en esta lista',
  whole: 'Ver la lista completa',
  nothingIn: (asked: string) => `Nada de esta lista contiene «${asked}». Puede ayudar lo siguiente:`,
  unknownChoice: (value: string, choice: string) =>
    `«${value}» no es ninguna de las opciones de «${choice}» aquí.`,
  unreadable: (value: string) =>
    `La dirección pide «${value}», que no es ninguna de las opciones de esta página. Se dejó de lado.`,
  placeGone: 'Ese lugar de la lista ya no se conoce. La lista empieza por el principio.',
  withoutIt: 'Mostrar sin eso',
  suggestionsIn: [
    'Use menos palabras, o una más general.',
    'Ponga O (en mayúscula) entre palabras que significan lo mismo.',
    'Pruebe en el idioma en que se escribió el texto.',
  ],
  nothing: 'Nada de lo publicado contiene estas palabras. Puede ayudar lo siguiente:',
  suggestions: [
    'Use menos palabras, o una más general.',
    'Ponga O (en mayúscula) entre palabras que significan lo mismo.',
    'Pruebe en el idioma del documento: de algunos textos solo se ha incorporado la versión inglesa.',
    'Busque en todo y no en una sola clase.',
  ],
  allRecommendations: 'Ver todas las recomendaciones',
  paragraph: (code: string) => `Párrafo ${code}`,
};
