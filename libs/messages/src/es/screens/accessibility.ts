import type { Translation } from '../../language.js';
import type { accessibilityEn } from '../../en/screens/accessibility.js';

/** Lo que hace Vigía para que todas las personas puedan usarla, y dónde se queda corta. */
export const accessibilityEs: Translation<typeof accessibilityEn> = {
  documentTitle: 'Accesibilidad',
  title: 'Todas las personas deben poder leer esto',
  lede: 'La meta es WCAG 2.2, nivel AA, en cada página, en cada idioma, en claro y en oscuro.',
  doesTitle: 'Con lo que puede contar',
  does: [
    'Cada página funciona solo con el teclado, con un aumento del 200 %, en una pantalla de 320 píxeles y sin programas.',
    'Nada se dice solo con el color: cada estado tiene una forma y una palabra, cada línea un trazo y una marca.',
    'Las cifras de cada gráfico están en una tabla de la página, y en un archivo para descargar.',
    'Con el foco en un gráfico, las flechas leen sus puntos uno por uno.',
    'Se siguen los ajustes de claro, oscuro y alto contraste de su equipo. Nada se mueve.',
    'Las páginas se imprimen en gris, con las tablas de sus gráficos.',
  ],
  shortTitle: 'Lo que falta',
  short: [
    'Los textos oficiales se muestran en los idiomas que se han incorporado. Donde falta uno, la página lo dice y marca el idioma.',
    'Aún no hay versión en lenguaje sencillo ni versión para niñas, niños y adolescentes.',
  ],
};
