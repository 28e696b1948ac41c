import type { Translation } from '../../language.js';
import type { deviceEn } from '../../en/screens/device.js';

/** Lo que dice el navegador mismo: de la conexión, de lo que guarda, de las teclas y del buscador de páginas. */
export const deviceEs: Translation<typeof deviceEn> = {
  kept: 'Guardado en este equipo a las {}. Solo aquí, hasta que se guarde.',
  found: 'Lo que se escribió a las {} no se guardó y se conserva en este equipo.',
  foundOlder:
    'Lo que se escribió a las {} no se guardó y se conserva en este equipo. El formulario se guardó de nuevo después: compare antes de recuperarlo.',
  restore: 'Recuperar',
  drop: 'Descartar',
  restored: 'Recuperado. Revíselo y guárdelo.',
  dropped: 'Descartado.',
  sending: 'Enviando …',
  notSent: 'No hay conexión. No se envió nada; todo lo que escribió sigue aquí y se conserva en este equipo.',
  notSentNotKept:
    'No hay conexión. No se envió nada; todo lo que escribió sigue aquí. Deje abierta esta página.',
  tryAgain: 'Intentar de nuevo',
  offline:
    'Sin conexión. Puede seguir leyendo esta página y escribiendo en sus formularios; las demás páginas se abren cuando vuelva la conexión.',
  online: 'Volvió la conexión.',
  open: 'Ir a …',
  palette: 'Ir a una página o buscar un elemento',
  paletteHint: 'Una página, un párrafo como 20(d), una palabra, una institución',
  pages: 'Páginas',
  actions: 'Lo que usted puede hacer',
  loading: 'Cargando …',
  count: '{} encontrados',
  shown: 'En esta página: {}.',
  nothing: 'No se encontró nada.',
  failed: 'No se pudo llegar al buscador. Las páginas todavía se pueden abrir.',
  searchAll: 'Buscar «{}» en todo',
  close: 'Cerrar',
  keys: 'Teclas',
  keysWhat: 'Las teclas sueltas funcionan mientras no esté escribiendo.',
  useKeys: 'Usar teclas sueltas en este equipo',
  keyNames: {
    '/': 'buscar',
    j: 'fila siguiente',
    k: 'fila anterior',
    Enter: 'abrir',
    r: 'responder el recordatorio',
    e: 'evidencias',
    t: 'tabla del gráfico',
    '?': 'esta lista',
    'Ctrl K': 'ir a una página o a un elemento; funciona siempre',
  },
  kinds: {
    recommendation: 'Recomendaciones',
    indicator: 'Indicadores',
    document: 'Documentos',
    institution: 'Instituciones',
  },
};
